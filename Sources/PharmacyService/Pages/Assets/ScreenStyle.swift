/// The look of the pages: ground, head, forms.
enum ScreenStyle {
  /// The rules.
  static let text = """
    :root{color-scheme:light;--ink:#1c2127;--soft:#4a5159;--line:#c3c9d0;--ground:#f4f5f7;--link:#0b4f8a;
    --stop:#a3001b;--change:#8f3a00;--caution:#6b5200;--noChange:#175c33;--notAssessed:#43484e}
    *{box-sizing:border-box}
    html{font-size:16px;-webkit-text-size-adjust:100%}
    body{margin:0;color:var(--ink);background:var(--ground);font:1rem/1.4 system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
    h1,h2,h3,p,ul,ol,dl,dd,figure{margin:0}
    h1{font-size:1.3rem;line-height:1.2}h2{font-size:1.1rem;line-height:1.25}h3{font-size:1rem;line-height:1.3}
    a{color:var(--link)}
    ul,ol{padding-left:1.2rem}
    .plain{list-style:none;padding:0}
    .soft{color:var(--soft)}.small{font-size:.875rem}.strong{font-weight:650}
    .hash{font-family:ui-monospace,"DejaVu Sans Mono",monospace;font-size:.85em;overflow-wrap:anywhere}
    .sr{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
    .shapes{position:absolute;width:0;height:0}
    .skip{position:absolute;left:-100vw}.skip:focus{left:.5rem;top:.5rem;background:#fff;padding:.5rem;z-index:9}
    :focus-visible{outline:3px solid #0b4f8a;outline-offset:2px;border-radius:3px}
    .top{background:#14263a;color:#fff;display:flex;flex-wrap:wrap;align-items:center;gap:.1rem 1rem;padding:.25rem 1rem}
    .top a,.top .name{color:#fff;padding:.35rem .2rem;margin-right:.6rem;text-decoration:none;min-height:24px}
    .top a:hover,.top a[aria-current]{text-decoration:underline;text-underline-offset:.3em}
    .top .name{font-weight:700;letter-spacing:.01em}
    .top form{margin-left:auto;display:flex;align-items:center;gap:.7rem;font-size:.9rem}
    .top button{background:none;border:1px solid #9fb0c2;color:#fff}
    .top :focus-visible{outline-color:#ffd84d}
    .demo{background:#ffe9a8;color:#3d2f00;font-size:.875rem;padding:.15rem 1rem}
    main,.wrap{max-width:68rem;margin:0 auto;padding:.6rem 1rem 1.5rem}
    .foot{border-top:1px solid var(--line);padding:.7rem 1rem 1.5rem;max-width:68rem;margin:0 auto;font-size:.8125rem;color:var(--soft)}
    .patient{display:flex;flex-wrap:wrap;align-items:baseline;gap:.1rem 1rem;margin-bottom:.4rem}
    .check{margin:-.2rem 0 .4rem}.patient .who{color:var(--soft);font-size:.9rem}
    .tabs{display:flex;flex-wrap:wrap;gap:.2rem .3rem;border-bottom:2px solid var(--ink);margin-bottom:.7rem;padding:0;list-style:none}
    .tabs a{display:block;padding:.3rem .7rem;text-decoration:none;border:1px solid transparent;border-bottom:0;border-radius:4px 4px 0 0;color:var(--ink)}
    .tabs a:hover{text-decoration:underline}
    .tabs a[aria-current]{background:#fff;border-color:var(--ink);font-weight:650;box-shadow:0 2px 0 #fff}
    label,legend,.label{font-weight:600;font-size:.9rem}
    input,select,textarea{font:inherit;color:inherit;background:#fff;border:1px solid #6d757e;border-radius:4px;padding:.35rem .5rem;min-height:2.25rem;max-width:100%}
    textarea{width:100%;min-height:6rem}
    input[type=checkbox],input[type=radio]{min-height:1.5rem;width:1.5rem;height:1.5rem;vertical-align:middle;margin:0 .4rem 0 0}
    button,.button{font:inherit;font-weight:600;font-size:.95rem;color:var(--ink);background:#fff;border:1px solid #6d757e;border-radius:4px;padding:.3rem .8rem;min-height:2.1rem;cursor:pointer;text-decoration:none;display:inline-block;position:relative}
    button.first{background:#0b4f8a;border-color:#0b4f8a;color:#fff}
    button.slight{font-weight:500;font-size:.8125rem;min-height:1.75rem;padding:.1rem .5rem;border-color:var(--line);color:var(--soft)}
    .field{display:flex;flex-direction:column;gap:.1rem;min-width:0}
    .field input,.field select{width:100%}
    .hint{font-size:.8125rem;color:var(--soft);font-weight:400}
    .find{position:relative;display:grid;grid-template-columns:minmax(0,1fr) auto;gap:.15rem .5rem;margin-bottom:.7rem}
    .find label,.find .hint{grid-column:1/-1}
    .find input{font-size:1.1rem;min-height:2.6rem;border-width:2px}
    .find button{min-height:2.6rem}
    .options{position:absolute;z-index:5;top:100%;left:0;right:0;background:#fff;border:1px solid var(--ink);border-radius:4px;box-shadow:0 6px 18px rgb(0 0 0/.2);list-style:none;padding:.2rem;margin:.15rem 0 0;max-height:22rem;overflow:auto}
    .options [role=option]{padding:.35rem .5rem;cursor:pointer;border-radius:3px;min-height:2rem}
    .options [aria-selected=true]{background:#0b4f8a;color:#fff}.options [aria-selected=true] .soft{color:#fff}
    .paste{margin:-.4rem 0 .7rem}summary{cursor:pointer;padding:.2rem 0;font-size:.9rem;color:var(--link)}
    .paste form{display:grid;gap:.4rem}
    .notice{border:2px solid var(--ink);border-radius:4px;background:#fff;padding:.45rem .8rem;margin-bottom:.6rem}
    .notice.error{border-color:var(--stop);border-left-width:8px}.notice.done{border-color:var(--noChange)}.notice.warning{border-color:var(--change);border-left-width:8px}

    """
}
