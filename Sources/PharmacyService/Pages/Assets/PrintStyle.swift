/// The look of the sheets, and of every page on paper.
enum PrintStyle {
  /// The rules.
  static let text = """
    .paper{background:#fff}
    .paper main{max-width:210mm;font-size:10pt;padding:4mm}
    .paper h1{font-size:15pt}.paper h2{font-size:11.5pt;margin:3mm 0 1mm}
    .paper .running{display:none}.answers .badge:not(.differ){display:none}
    .clinician .head{display:flex;gap:6mm;justify-content:space-between;align-items:flex-start;margin-bottom:2mm}
    .clinician .qr{width:32mm;height:32mm;flex:none}
    .clinician table{font-size:9pt}.clinician th,.clinician td{padding:1mm 1.5mm}
    .clinician .small{font-size:8pt}
    .columns{columns:2;column-gap:6mm;padding-left:4mm}
    .clinician .say{white-space:normal}.paper .say,.paper .badge{font-size:.85em}.answers .mark{width:1.15em;height:1.15em}
    .answers th:first-child{width:31mm}.answers td:nth-child(2){width:28mm}.answers td:nth-child(4){width:36mm}.answers td:last-child{width:29mm}
    .paper .scroll{border:0}
    .plainly .words{font-size:11.5pt;line-height:1.4;max-width:175mm}
    .plainly .group{border-left:6px solid var(--c,var(--line));padding-left:4mm;margin:3mm 0}
    .plainly .group p{break-inside:avoid}
    .plainly .group h2{font-size:12.5pt;color:var(--c,inherit);margin-top:0}.plainly h3{font-size:11.5pt;margin-top:1.2mm}
    .boxed{border:2px solid var(--ink);border-radius:4px;padding:2mm 4mm;margin:3mm 0}
    .card{width:87mm;border:1px dashed #43484e}
    .face{height:55mm;padding:3mm;display:flex;gap:2mm;font-size:7.5pt;line-height:1.3;overflow:hidden}
    .face h2{font-size:10pt;margin:0 0 1mm}.face .qr{width:45mm;height:45mm;flex:none;align-self:center}
    .face.inside{display:block;border-top:1px dashed #43484e;font-size:5.8pt;line-height:1.22;height:auto;min-height:55mm}
    .genes{columns:2;column-gap:3mm}.genes li{break-inside:avoid;overflow-wrap:anywhere}
    @media screen and (max-width:40rem){
    .card,.face .qr{width:auto;max-width:100%}.face{flex-wrap:wrap;height:auto}.clinician .head{flex-wrap:wrap}.columns,.genes{columns:1}
    }
    @page{size:A4;margin:10mm 13mm 15mm;@bottom-right{content:"Page " counter(page) " of " counter(pages);font:8pt sans-serif}}
    @media print{
    .screen-only,.top,.demo,.tabs,.find,.paste,.foot,.facts,.skip,.more,.med form,.unknown form,dialog,.notice.done{display:none!important}
    body{background:#fff;-webkit-print-color-adjust:exact;print-color-adjust:exact}
    main,.paper main{max-width:none;padding:0}
    a{color:inherit;text-decoration:none}
    .two{display:block}
    tr,.med,.answer,.panel,.card,.trace{break-inside:avoid}
    h2,h3{break-after:avoid}
    thead{display:table-header-group}
    .scroll{overflow:visible}
    .pages{display:table;width:100%}.pages>.running{display:table-header-group;break-inside:avoid;font-size:8pt;color:#1c2127}.pages>.content{display:table-row-group}
    .paper .running p{border-bottom:1px solid var(--ink);margin-bottom:3mm}
    }

    """
}
