/// The look of answers, lists and tables; each state has a shape, a word and a colour.
enum AnswerStyle {
  /// The rules.
  static let text = """
    .stop{--c:var(--stop)}.change{--c:var(--change)}.caution{--c:var(--caution)}.noChange{--c:var(--noChange)}.notAssessed{--c:var(--notAssessed)}
    .mark{width:1.3em;height:1.3em;vertical-align:-.28em;margin-right:.35em;flex:none}
    .state{white-space:nowrap;font-weight:700;color:var(--c)}
    .say{display:inline-block;white-space:nowrap;line-height:1.35;border:1px solid var(--c);border-radius:3px;padding:.02rem .35rem .02rem .2rem;font-size:.8125rem;color:var(--c);font-weight:600}
    .say.notAssessed,.badge.none{border-style:dashed}
    .badge{display:inline-block;border:1px solid var(--line);border-radius:3px;padding:.05rem .4rem;font-size:.8125rem;color:var(--soft);background:#fff}
    .answer{background:#fff;border:1px solid var(--line);border-left:10px solid var(--c);border-radius:4px;padding:.6rem .9rem .7rem;margin-bottom:.8rem}
    .answer.notAssessed{border:1px dashed var(--notAssessed);border-left:10px double var(--notAssessed)}
    .answer .do{font-size:1.3rem;font-weight:700;line-height:1.25}
    .answer .do .state{font-size:1.05rem;margin-right:.6rem}
    .parts{display:grid;grid-template-columns:8.2rem minmax(0,1fr);gap:.2rem .8rem;margin-top:.4rem}
    .parts dt{color:var(--soft);font-size:.9rem;padding-top:.05rem}.parts dd>ul{list-style:none;padding:0}
    .more{display:flex;flex-wrap:wrap;gap:.3rem 1.1rem;margin-top:.5rem;font-size:.9rem}
    .more a{min-height:24px;padding:.1rem 0}
    .two{display:grid;grid-template-columns:minmax(0,1fr) 17.5rem;gap:1rem;align-items:start}
    .meds{list-style:none;padding:0}
    .med{display:grid;grid-template-columns:9.2rem minmax(0,1fr) auto;gap:.1rem .9rem;background:#fff;border:1px solid var(--line);border-left:8px solid var(--c);border-radius:4px;padding:.45rem .6rem;margin-bottom:.35rem}
    .med.notAssessed{border:1px dashed var(--notAssessed);border-left:8px double var(--notAssessed)}
    .med .what{font-weight:650;justify-self:start;min-height:24px}.med .line{grid-column:2}
    .med>.state{align-self:start}
    .unknown{--c:#a3001b;background:#fff;border:2px solid #a3001b;border-radius:4px;padding:.45rem .8rem;margin-bottom:.4rem}
    .unknown strong{color:#a3001b}
    .unknown form{display:inline-flex;flex-wrap:wrap;gap:.4rem;align-items:center;margin:.2rem .5rem 0 0}
    .panel{background:#fff;border:1px solid var(--line);border-radius:4px;padding:.6rem .8rem;margin-bottom:.8rem}
    .panel h2,.panel h3{margin-bottom:.3rem}
    .facts .grid{display:grid;grid-template-columns:1fr 1fr;gap:.5rem .6rem;margin:.3rem 0 .6rem}
    .facts .wide{grid-column:1/-1}
    .facts .none{color:var(--soft)}
    .counts{display:flex;flex-wrap:wrap;gap:.2rem .9rem;margin:.1rem 0 .5rem;padding:0;list-style:none;font-size:.9rem}
    table{border-collapse:collapse;width:100%;background:#fff}
    caption{text-align:left;font-weight:650;padding:.3rem 0}
    th,td{text-align:left;vertical-align:top;padding:.35rem .55rem;border-bottom:1px solid var(--line)}
    thead th{font-size:.8125rem;color:var(--soft);border-bottom:2px solid var(--ink)}
    tbody th{font-weight:650}td.n,th.n{white-space:nowrap}.num{text-align:right;font-variant-numeric:tabular-nums}
    .scroll{overflow-x:auto;position:relative;margin-bottom:.8rem;border:1px solid var(--line);border-radius:4px}
    .scroll table{border:0}
    .panel,.trace,.parts dd{min-width:0;overflow-wrap:anywhere}
    .steps{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem;align-items:stretch;margin:.3rem 0}
    .steps li{border:1px solid var(--line);border-radius:4px;padding:.25rem .6rem;background:#fff}
    .steps li+li::before{content:"→";margin-right:.5rem;color:var(--soft)}
    .sum{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.85rem;overflow-wrap:anywhere}
    .trace{border-top:1px solid var(--line);padding:.6rem 0}
    .trace blockquote{margin:0 0 .3rem;padding:0;font-weight:600}
    .chain{counter-reset:link;list-style:none;padding:0}
    .chain>li{border-left:3px solid var(--ink);padding:.1rem 0 .5rem .9rem;margin-left:.3rem}
    .chain h4{margin:0;font-size:.9rem}
    .split{border:2px dashed var(--change);border-radius:4px;padding:.35rem .7rem;margin:.4rem 0;background:#fff}
    .delta .was{color:var(--soft)}
    .drop{border:2px dashed #6d757e;border-radius:6px;padding:1rem;background:#fff;margin-bottom:.6rem}
    .drop.over{border-color:#0b4f8a;background:#eaf2fa}
    dialog{border:3px solid var(--ink);border-radius:6px;padding:1rem 1.3rem;max-width:26rem}
    dialog::backdrop{background:rgb(0 0 0/.5)}
    .other{margin-right:.6rem;display:inline-block}
    .badge.differ{border-color:var(--change);color:var(--change);font-weight:600}
    .opinion+.opinion{border-top:1px solid var(--line);margin-top:.5rem;padding-top:.5rem}
    .sides{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(15rem,100%),1fr));gap:.7rem;margin:.4rem 0}
    .sides .panel{margin:0}
    section>h2,.more+section,main>h2{margin-top:.9rem;margin-bottom:.35rem}
    .panel>h2:first-child,#answers+.two h2:first-child,.two>section>h2:first-child,form>h2{margin-top:0}
    .narrow{max-width:26rem;margin:1rem auto}.narrow h1,main>h1{margin-bottom:.6rem}.narrow .field{margin-bottom:.6rem}
    .two.even{grid-template-columns:repeat(auto-fit,minmax(min(22rem,100%),1fr))}
    .panel p+p,.panel .field+p,.panel>.field+.field{margin-top:.5rem}
    fieldset{border:1px solid var(--line);border-radius:4px;margin:.6rem 0;padding:.3rem .8rem .5rem}
    .boxes li{padding:.2rem 0;min-height:1.8rem}.boxes label{font-weight:400;font-size:1rem}
    .delta .before{margin:-.6rem 0 .8rem 1.2rem;font-size:.95rem}.answer.stopped{--c:var(--soft)}
    form.line{display:flex;flex-wrap:wrap;gap:.3rem .5rem;align-items:center}
    .screen-only{padding:.5rem 1rem}.unrecognised{color:var(--stop)}
    kbd{border:1px solid var(--line);border-radius:3px;padding:0 .3rem;background:#fff;font:inherit}
    [hidden]{display:none!important}
    @media(max-width:60rem){.two{grid-template-columns:minmax(0,1fr)}}
    @media(max-width:40rem){
    .parts{grid-template-columns:minmax(0,1fr);gap:0}.parts dt{margin-top:.3rem}
    .med{grid-template-columns:minmax(0,1fr) auto}.med>.state{grid-column:1}.med .line,.med .what{grid-column:1/-1}
    .med form{grid-row:1;grid-column:2}
    main,.wrap{padding:.5rem .6rem 1.2rem}.top{padding:.2rem .6rem}.top form{margin-left:0}
    .answer .do .state{display:flex;margin-bottom:.1rem}.say{white-space:normal}
    .facts .grid{grid-template-columns:1fr}}

    """
}
