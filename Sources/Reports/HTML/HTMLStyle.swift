/// The look of the HTML report: one style sheet and five shapes.
///
/// Each state has a shape, a word and a colour, so that it is told by any one of them, in grey too.
/// Text on its background has a contrast of at least 4.5 to 1.
package enum HTMLStyle {
  /// The shapes, drawn once and used by reference.
  package static let shapes: Markup = """
    <svg class="shapes" width="0" height="0" aria-hidden="true" focusable="false">
    <symbol id="m-stop" viewBox="0 0 20 20"><path d="M5.9 0h8.2L20 5.9v8.2L14.1 20H5.9L0 14.1V5.9z" fill="#a3001b"/>\
    <path d="M4.5 8.6h11v2.8h-11z" fill="#fff"/></symbol>
    <symbol id="m-change" viewBox="0 0 20 20"><path d="M10 1l9.5 18H.5z" fill="#8f3a00"/>\
    <path d="M9 7h2v6H9zm0 7.5h2v2H9z" fill="#fff"/></symbol>
    <symbol id="m-caution" viewBox="0 0 20 20"><path d="M10 .5l9.5 9.5-9.5 9.5L.5 10z" \
    fill="#ffd84d" stroke="#6b5200" stroke-width="1.4"/><path d="M9 5h2v6H9zm0 7.5h2v2H9z" \
    fill="#3d2f00"/></symbol>
    <symbol id="m-noChange" viewBox="0 0 20 20"><circle cx="10" cy="10" r="9.2" fill="#fff" \
    stroke="#175c33" stroke-width="1.6"/><path d="M5.5 10.5l3 3 6-7" fill="none" \
    stroke="#175c33" stroke-width="2.2"/></symbol>
    <symbol id="m-notAssessed" viewBox="0 0 20 20"><path d="M1.5 1.5h17v17h-17z" fill="#fff" \
    stroke="#43484e" stroke-width="1.6" stroke-dasharray="3 2.2"/><path d="M7 7.6c0-4 6.2-4 6.2-.2 \
    0 2.4-3 2.5-3 4.8" fill="none" stroke="#43484e" stroke-width="1.8"/>\
    <circle cx="10.2" cy="15" r="1.2" fill="#43484e"/></symbol>
    </svg>
    """

  /// The style sheet, for screen and paper.
  static let sheet: Markup = """
    <style>
    :root{color-scheme:light;--ink:#1c2127;--soft:#4a5159;--line:#c9ced4;--stop:#a3001b;\
    --change:#8f3a00;--caution:#6b5200;--noChange:#175c33;--notAssessed:#43484e}
    *{box-sizing:border-box}.shapes{position:absolute}
    body{margin:0 auto;max-width:62rem;padding:1.2rem 1.4rem 3rem;color:var(--ink);background:#fff;\
    font:15px/1.45 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
    h1{font-size:1.5rem;margin:0;line-height:1.2}
    h2{font-size:1.2rem;margin:2.2rem 0 .6rem;padding-bottom:.25rem;border-bottom:2px solid var(--ink)}
    h3{font-size:1.08rem;margin:0}
    p{margin:.3rem 0}a{color:#0b4f8a}ul{margin:.3rem 0;padding-left:1.2rem}
    .soft{color:var(--soft)}.small{font-size:.87rem}
    header .who{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:.3rem 1.2rem;margin:.7rem 0 0;padding:.6rem .8rem;\
    border:1px solid var(--line);border-radius:4px}
    .who dt{font-size:.78rem;color:var(--soft)}
    .who dd{margin:0;font-weight:600;overflow-wrap:anywhere}dl{margin:0}
    .mark{width:1.35em;height:1.35em;vertical-align:-.3em;margin-right:.35em;flex:none}
    .tiles{display:grid;grid-template-columns:repeat(5,1fr);gap:.5rem;margin:1rem 0 0;padding:0;\
    list-style:none}
    .tile{border:1px solid var(--line);border-top:5px solid var(--c);border-radius:4px;\
    padding:.45rem .6rem}
    .tile b{font-size:1.5rem;line-height:1.1;display:block}.tile .word{font-weight:600;color:var(--c)}
    .tile.notAssessed{border-style:dashed;border-top-width:5px}
    .first{margin:.8rem 0 0}
    .first th{text-align:left;width:10.5rem;color:var(--c);white-space:nowrap}
    .stop{--c:var(--stop)}.change{--c:var(--change)}.caution{--c:var(--caution)}
    .noChange{--c:var(--noChange)}.notAssessed{--c:var(--notAssessed)}
    .card{border:1px solid var(--line);border-left:7px solid var(--c);border-radius:4px;\
    padding:.6rem .85rem .7rem;margin:.7rem 0;break-inside:avoid}
    .card .top{display:flex;align-items:baseline;gap:.7rem;flex-wrap:wrap}
    .card .state{color:var(--c);font-weight:700;font-size:.87rem;margin-left:auto;white-space:nowrap}
    .card .do{font-weight:650;font-size:1.04rem}
    .card dl{display:grid;grid-template-columns:5.2rem 1fr;gap:.15rem .7rem;margin:.4rem 0 0}
    .card dt{color:var(--soft);font-size:.87rem;padding-top:.06rem}.card dd{margin:0}
    .say{border:1px solid var(--c);border-radius:3px;padding:.05rem .35rem;font-size:.8rem;\
    color:var(--c);white-space:nowrap}
    table{border-collapse:collapse;width:100%;margin:.4rem 0}
    th,td{text-align:left;vertical-align:top;padding:.3rem .5rem;border-bottom:1px solid var(--line)}
    thead th{font-size:.82rem;color:var(--soft);border-bottom:1.5px solid var(--ink)}
    tbody th{font-weight:600}td.n,th.n{white-space:nowrap}
    .sources{font-size:.9rem;margin:.5rem 0 0}.sources th:first-child{width:12rem}.meta{font-weight:400;font-size:.86rem}.sources td,.sources th{padding:.25rem .4rem}
    .box{border:1px dashed var(--notAssessed);border-radius:4px;padding:.5rem .8rem;margin:.6rem 0}
    .fitness{border:2px solid var(--ink);border-radius:4px;padding:.55rem .85rem .65rem;margin:1rem 0 0;\
    break-inside:avoid}.fitness .verdict{font-weight:700;font-size:1.08rem;margin:0}\
    .fitness.fitWithLimits{border-width:1px;border-color:var(--soft)}.fitness.fitWithLimits ul{font-size:.92rem}
    footer{margin-top:2rem;border-top:1px solid var(--line);padding-top:.6rem}
    .groups th:first-child{width:11rem}.groups td:last-child{width:19rem}
    .wide .wrap{min-width:8rem}.wrap,table.small td{overflow-wrap:anywhere}.even{table-layout:fixed}.even td{overflow-wrap:break-word}
    @media(max-width:640px){.tiles{grid-template-columns:1fr 1fr}.card dl{grid-template-columns:1fr}\
    .card .state{margin-left:0}table.wide{display:block;overflow-x:auto}}
    @page{size:A4;margin:14mm 13mm 16mm;@bottom-right{content:"Page " counter(page) " of " \
    counter(pages);font:8pt sans-serif}}
    @media print{html{font-size:8.6pt}body{font-size:1rem;max-width:none;padding:0;-webkit-print-color-adjust:exact;\
    print-color-adjust:exact}a{color:inherit;text-decoration:none}h2{break-after:avoid;margin-top:1.3rem}.card{padding:.4rem .7rem;margin:.5rem 0}.tile{padding:.3rem .5rem}\
    tr{break-inside:avoid}thead{display:table-header-group}.tile b{font-size:1.2rem}\
    .newpage{break-before:page}}
    </style>
    """
}
