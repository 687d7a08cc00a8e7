/// The one stylesheet, embedded: its name follows its bytes, so that browsers keep it for a year.

package enum Style {
    /// See the look's reference for the palette and the classes; at most 12 KB, so that every page stays light.
    static let sheet = #"""
        :root{color-scheme:light dark;--fond:#f9f7f1;--plan:#fff;--encre:#18282b;--gris:#52605f;--trait:#dcd8cb;--bord:#74807c;--eau:#0a575c;--pale:#e3eeeb;--vif:#ae3415;--rose:#fbe9e2;--ocre:#735000;--titre:"Iowan Old Style","Palatino Linotype",P052,Georgia,serif;--texte:-apple-system,"Segoe UI",Roboto,Arial,sans-serif}
        @media screen and (prefers-color-scheme:dark){:root{--fond:#11191a;--plan:#192324;--encre:#e9ece7;--gris:#a9b5b2;--trait:#324142;--bord:#84938f;--eau:#7fcac5;--pale:#20393a;--vif:#ff9f82;--rose:#40231b;--ocre:#e6c071}}
        *,::before{box-sizing:border-box}
        ::before{forced-color-adjust:none}
        body{display:flex;flex-direction:column;min-height:100vh;margin:0;background:var(--fond);color:var(--encre);font:1rem/1.5 var(--texte);font-variant-numeric:lining-nums tabular-nums;overflow-wrap:break-word}
        header>div,main,footer>div{width:100%;max-width:77rem;margin:auto;padding:0 1rem}
        main{flex:1}
        h1,h2,h3,legend,.chapo{margin:0 0 .75rem;font-family:var(--titre);line-height:1.25;text-wrap:balance}
        h1{margin:0 0 .5rem;font-size:clamp(1.75rem,5vw,2.5rem)}
        h2,.grand>legend{font-size:1.375rem}
        h3,legend{font-size:1.125rem}
        p,ul,ol,dl,table,figure,fieldset,.note{margin:0 0 1rem}
        .aide{margin-bottom:.5rem}
        a,summary{color:var(--eau);text-underline-offset:.2em}
        :focus-visible{outline:3px solid var(--vif);outline-offset:2px}
        section{margin-top:3rem}
        section>h2,.grand>legend{width:100%;border-top:1px solid var(--bord);padding-top:.75rem}
        summary{padding:.65rem 0;cursor:pointer;font-weight:600}
        small,.aide,caption,figcaption,.note,footer,.fil{font-size:.875rem;font-weight:400}
        small,.aide,caption,figcaption,thead,dt{color:var(--gris)}
        small+small{margin-left:1rem}
        .evite{position:absolute;left:-99em}
        .evite:focus{position:static;display:block;padding:.75rem}
        header,footer{background:var(--plan);border-bottom:1px solid var(--trait)}
        footer{margin-top:4rem;padding:1rem 0}
        header>div,.ligne,nav ul,footer ul{display:flex;flex-wrap:wrap;align-items:center;gap:.25rem 1.25rem}
        header>div{min-height:4rem}
        nav ul,footer ul,.liste,.suite,.chemin{list-style:none;margin-bottom:0;padding:0}
        nav ul{gap:.25rem}
        li>a,dd a,.lien,.fil a,.pages a{display:inline-block;padding:.75rem 0;baseline-source:first}
        nav li a,.logo{padding:.75rem .6rem;color:inherit;text-decoration:none}
        nav a:hover,.b:hover,button:hover{text-decoration:underline}
        nav [aria-current]{font-weight:600;box-shadow:inset 0 -3px var(--vif)}
        .logo{display:flex;align-items:center;gap:.6rem;margin-left:-.6rem;font:700 1.5rem/1.2 var(--titre)}
        .logo small{display:block;max-width:10rem;font:.75rem/1.2 var(--texte)}
        header .menu{display:none;margin-left:auto}
        header form{display:inline}
        .compte summary{padding:.75rem .45rem}
        .vues{margin-bottom:1.25rem;border-bottom:1px solid var(--trait)}
        .tete{position:relative;margin:1.75rem 0 2.25rem;padding:0 0 .75rem 1.75rem}
        .tete::before{content:"";position:absolute;inset:0 auto 0 0;width:10px;border:1px solid var(--vif);background:repeating-linear-gradient(0deg,var(--vif) 0 1.1rem,var(--plan) 0 2.2rem);clip-path:polygon(0 0,100% 0,100% calc(100% - 12px),50% 100%,0 calc(100% - 12px))}
        .tete p{margin:0 0 .5rem;color:var(--gris)}
        .chapo,.tete .chapo{font-size:1.25rem;color:var(--encre);max-width:48rem}
        .g{display:grid;gap:3rem;align-items:start;margin-top:3rem}
        .g>*{min-width:0;margin-top:0}
        .g>div>:first-child{margin-top:0}
        h2+.g{margin-top:1.25rem}
        .carte,.note{background:var(--plan);border:1px solid var(--trait);border-radius:4px;padding:1.25rem}
        .carte>h2{border:0;padding:0}
        .note{border-width:0 0 0 4px;border-color:var(--eau);padding:.75rem 1rem;background:var(--pale)}
        .al{background:var(--rose);border-color:var(--vif);font-size:1rem}
        .carte>:last-child,.note>:last-child{margin-bottom:0}
        .defile{overflow-x:auto}
        .defile svg{max-width:none}
        svg+svg{margin-top:1rem}
        svg{display:block;max-width:100%;height:auto;fill:var(--encre);font:13px var(--texte)}
        .reperes,.champs,.chemin{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:1.5rem 2rem}
        .reperes>*,.chemin>*{border-top:3px solid var(--eau);padding-top:.6rem}
        .reperes .vu,.chemin .ici{border-color:var(--vif)}
        .chemin .ici~*{border-top:3px dashed var(--bord)}
        dd{margin:0}
        dd a,.lien{margin:-.75rem 0}
        .reperes dd:nth-child(2){font:700 2.25rem/1.25 var(--titre)}
        .fiche{display:grid;grid-template-columns:minmax(6rem,auto) 1fr;gap:.4rem 1rem}
        .fiche dd{min-width:0;overflow-wrap:anywhere}
        table{width:100%;border-collapse:collapse;font-size:.9375rem}
        caption{text-align:left;padding-bottom:.5rem}
        th,td{padding:.6rem 1rem .6rem 0;border-bottom:1px solid var(--trait);text-align:left;vertical-align:top}
        :is(th,td):last-child{padding-right:0}
        thead th{border-bottom:2px solid var(--encre);font-size:.8125rem}
        th a{display:block;min-height:44px;margin:-.6rem 0;padding:.6rem 0;color:inherit;text-decoration-color:var(--bord)}
        tbody tr:hover{background:var(--pale)}
        td>svg{margin-top:-.3rem}
        .n{text-align:right}
        [scope=rowgroup]{padding-top:1.75rem;font:700 1.125rem var(--titre)}
        .c{width:44px}
        td.c{padding:0}
        .c label{display:grid;place-items:center;height:44px}
        .e1,.e2,.e3,.s0,.s1,.s2,.rt{white-space:nowrap}
        .rt,.hc,.vg{color:var(--vif);font-weight:600}
        .vg{color:var(--ocre)}
        :is(.e1,.e2,.e3,.s0,.s1,.s2,.rt,.hc,.vg)::before{content:"";display:inline-block;width:.85em;height:.85em;margin-right:.45em;background:currentColor;print-color-adjust:exact}
        :is(.e1,.e2,.e3)::before{width:.5rem;height:1.1rem;border:1px solid var(--eau);vertical-align:-.2rem;background:repeating-linear-gradient(0deg,var(--eau) 0 .3rem,var(--plan) 0 .36rem) bottom/100% 33% no-repeat}
        .e2::before{background-size:100% 66%}
        .e3::before{background-size:100%}
        :is(.s0,.s1,.s2)::before{border:2px solid var(--eau);border-radius:50%;background:linear-gradient(90deg,var(--eau) 50%,var(--plan) 0)}
        .s0::before{background:var(--plan)}
        .s2::before{background:var(--eau)}
        .tiret::before{border:1px dashed var(--bord)}
        .bas::before{height:.2em;border:0;background:var(--gris)}
        .bd ::before{width:1.3em;border-radius:0}
        .rt::before{width:.85em;clip-path:polygon(0 0,100% 30%,18% 60%,18% 100%,0 100%)}
        .vg::before{clip-path:polygon(50% 0,100% 100%,0 100%)}
        .b,button{display:inline-flex;align-items:center;min-height:44px;padding:.4rem 1.1rem;border:1px solid var(--eau);border-radius:4px;background:var(--eau);color:var(--plan);font:600 1rem var(--texte);text-decoration:none;cursor:pointer}
        .sec{background:var(--plan);color:var(--eau)}
        .grave{border-color:var(--vif);background:var(--vif)}
        button.lien{margin:0;border:0;padding:.4rem .6rem;background:none;color:var(--eau);font-weight:400;text-decoration:underline;text-underline-offset:.2em}
        td button.lien{margin:-.6rem 0;padding:0}
        :disabled{opacity:.6;cursor:default}
        label{display:block;font-weight:600}
        input,select,textarea{width:100%;min-height:44px;padding:.5rem .7rem;border:1px solid var(--bord);border-radius:4px;background:var(--plan);color:inherit;font:inherit}
        label>:is(input,select,textarea){font-weight:400}
        .grand>label{margin-bottom:.75rem}
        [type=checkbox],[type=radio]{flex:none;width:1.25rem;min-height:0;height:1.25rem;margin:0;accent-color:var(--eau)}
        [aria-invalid]{border:2px solid var(--vif)}
        fieldset{border:0;padding:0;min-width:0}
        legend{padding:0;font-weight:700}
        .grand{margin-top:2.5rem}
        .champ,.champs{margin:.75rem 0 1.25rem}
        .champs{gap:.75rem 1rem;align-items:end}
        .hautes{align-items:start}
        .choix>label{display:flex;align-items:center;gap:.6rem;min-height:44px;padding:.3rem 0;font-weight:400}
        .champs>.champ{margin:0}
        .champs>[open]{grid-column:1/-1}
        td>[inputmode]{width:4.75rem}
        :is(td,th) time{white-space:nowrap}
        .err{margin:.35rem 0 0}
        .etroit{max-width:32rem}
        .lu{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
        main>.note:first-child{margin-top:1.25rem}
        .vide{max-width:48rem;border:1px dashed var(--bord);border-radius:4px;padding:1.25rem;margin-bottom:1rem}
        .vide>:last-child{margin-bottom:0}
        .mot{display:inline-block;border:1px solid var(--bord);border-radius:4px;padding:0 .5rem;font-size:.875rem}
        .texte{max-width:48rem}
        .texte :is(h3,h4,h5,h6){margin:1.5rem 0 .5rem;font-size:1.125rem}
        .texte :is(pre,blockquote){margin:0 0 1rem;border-left:4px solid var(--trait);padding:.25rem 1rem;white-space:pre-wrap}
        .texte table{font-size:.875rem}
        code{font-size:.9em}
        ins{background:var(--pale);text-decoration:none}
        del{color:var(--gris)}
        .avant{display:grid;grid-template-columns:repeat(auto-fit,minmax(14rem,1fr));gap:1rem 2rem}
        .suite li{position:relative;margin-left:.4rem;padding:0 0 1rem 1.5rem;border-left:2px solid var(--trait);white-space:normal}
        .suite li:last-child{border-color:transparent}
        .suite li::before{position:absolute;left:-.5rem;top:.3rem;border-radius:0;transform:rotate(45deg)}
        .chemin,.liste{margin-bottom:1.25rem}
        .chemin{grid-template-columns:repeat(auto-fit,minmax(11rem,1fr))}
        .liste>li,.plis{border-bottom:1px solid var(--trait);padding:.6rem 0;break-inside:avoid}
        .liste>li>a{margin:-.6rem 0}
        .plis{padding:0}
        .plis ul{columns:22rem}
        .mois{table-layout:fixed}
        .mois td{padding:.4rem;border:1px solid var(--trait);font-size:.8125rem}
        .mois [aria-current]{background:var(--pale)}
        .mois ul{margin:0}
        .mois li{border:0;padding:.25rem 0}
        mark{background:var(--pale);color:inherit;font-weight:600}
        .p{fill:var(--eau)}.v{fill:var(--vif)}.t{fill:var(--pale)}.m{fill:var(--gris)}.w,.o,.j{fill:var(--plan)}
        .o,.l{stroke:var(--eau);stroke-width:1.5}.l,.d,.q,.a{fill:none}.d{stroke:var(--bord);stroke-dasharray:3}.q{stroke:var(--trait)}.a{stroke:var(--vif);stroke-width:2}.j{stroke:var(--encre)}.k{stroke:var(--plan)}.f{stroke-width:1.2}.h{paint-order:stroke;stroke:var(--fond);stroke-width:4}
        @media(min-width:60em){.sauts{display:none}.g2{grid-template-columns:1fr 1fr}.g21{grid-template-columns:1.75fr 1fr}.gm{grid-template-rows:auto 1fr}.gm>:first-child{grid-area:1/2}.gm>:nth-child(2){grid-area:1/1/3}.g3{grid-template-columns:repeat(3,1fr);gap:1.5rem}aside,.lot:has(input:checked)>.carte{position:sticky;top:1rem;bottom:0}header nav{all:unset;flex:1;font-size:.875rem}header nav li>a{padding:.75rem .3rem}header .compte{margin-left:auto;position:relative}.compte ul{position:absolute;right:0;z-index:1;padding:.5rem;border:1px solid var(--trait);background:var(--plan);white-space:nowrap}.compte li{width:100%}}
        @supports selector(:popover-open){@media(max-width:60em){header .menu{display:inline-flex}[popover]{margin:.5rem .5rem auto auto;padding:1rem;border-width:1px}[popover] ul{display:block}}}
        @media screen and (max-width:48em){.ligne>.lien{margin:0}.pile thead,.mois thead,.mois .z{display:none}.mois :is(tbody,tr,td){display:block}.mois td::before{content:attr(data-l)" "}.pile tr{display:flex;flex-wrap:wrap;gap:0 1rem;padding:.6rem 0;border-bottom:1px solid var(--trait)}.pile :is(th,td){border:0;padding:.1rem 0}.pile th{flex:1 0 calc(100% - 4rem)}.pile [data-l]::before{content:attr(data-l)"\a0: ";color:var(--gris)}}
        @media(max-width:30em){.hautes{grid-template-columns:1fr}}
        @page{size:A4;margin:16mm 15mm 20mm;@bottom-right{content:counter(page)" / "counter(pages)}}
        @page large{size:A4 landscape}
        @media print{header,footer ul,nav,button,.b,.c,.ecran{display:none!important}::details-content{content-visibility:visible}h2{break-after:avoid}body{display:block;background:#fff;font-size:10pt}body:has(.large){page:large}.large figure{break-inside:auto}.defile{overflow:visible}.defile svg{max-width:100%;break-inside:avoid}tr,li,figure,.carte{break-inside:avoid}thead{display:table-header-group}a{color:inherit}}
        """#
}
