/// Every command, as every role and as someone unknown: what the program answers, against a table typed by hand.
import Foundation
import JalonDomain
import Testing

/// Columns: administrator, coordinator, pilot, reader, auditor; an address that is no member's. Then what the command does to the data
/// where it succeeds: it `reads`, it `changes` them, or it `writes` a file beside them; `refused` has an input that nobody can give.
/// In the sample, plan 1 is a draft, 2 is proposed, 3 is validated and 4 is closed; action 1/1 is the pilot's own, 1/2 is someone else's,
/// 1/3 is archived and 1/4, the pilot's own, awaits a decision.
private let expectations = """
    0  0  77 77 77 66  changes  catalogue import guide --name semis --version 2
    65 65 77 77 77 66  refused  catalogue import guide --name semis --version 1
    0  0  0  0  0  66  reads    catalogue list
    0  0  0  0  0  66  reads    catalogue list --catalogue semis@1
    65 65 65 65 65 66  refused  catalogue list --catalogue autre@9
    0  0  0  0  0  66  reads    catalogue show a.1 --catalogue semis@1
    66 66 66 66 66 66  refused  catalogue show z.9 --catalogue semis@1
    0  0  0  0  0  66  reads    catalogue diff jalon@1 semis@1
    65 65 65 65 65 66  refused  catalogue diff semis@1 semis@2

    0  0  77 77 77 66  changes  assessment set a.1 --state partiel --comment Deux-services --on 2026-02-01
    0  0  77 77 77 66  changes  assessment set a.1 --state partly --catalogue semis@1
    65 65 77 77 77 66  refused  assessment set a.1 --state non-applicable
    65 65 77 77 77 66  refused  assessment set z.9 --state partly
    0  0  0  0  0  66  reads    assessment show
    0  0  0  0  0  66  reads    assessment show a.1
    66 66 66 66 66 66  refused  assessment show z.9

    0  0  77 77 77 66  changes  plan create --title Suite --from 2029-01-01 --to 2031-12-31
    65 65 77 77 77 66  refused  plan create --title Suite --from 2029-01-01 --to 2028-12-31
    0  0  0  0  0  66  reads    plan list
    0  0  0  0  0  66  reads    plan show 1
    0  0  0  0  0  66  reads    plan check 1
    66 66 66 66 66 66  refused  plan show 9
    0  0  0  0  0  66  reads    plan roadmap --plan 1
    0  0  0  0  0  66  reads    plan roadmap --plan 1 --group unit --format csv
    0  0  0  0  0  66  reads    plan roadmap --plan 1 --format json
    65 65 65 65 65 66  refused  plan roadmap --plan 1 --group luck
    66 66 66 66 66 66  refused  plan roadmap --plan 9
    0  0  0  0  0  66  reads    plan rank --plan 1
    0  0  0  0  0  66  reads    plan rank --plan 1 --format csv
    66 66 66 66 66 66  refused  plan rank --plan 9
    0  0  0  0  0  66  reads    plan weights
    0  77 77 77 77 66  changes  plan weights --weight impact=60 --weight climate=70
    65 77 77 77 77 66  refused  plan weights --weight impact=-1
    65 77 77 77 77 66  refused  plan weights --weight impact=NaN
    65 77 77 77 77 66  refused  plan weights --weight luck=3
    0  0  0  0  0  66  reads    plan workshop list --plan 1
    66 66 66 66 66 66  refused  plan workshop list --plan 9
    0  0  77 77 77 66  changes  plan workshop close --plan 1 --participant Achats --on 2026-02-01
    65 65 77 77 77 66  refused  plan workshop close --plan 1 --on 2026-02-01
    65 65 77 77 77 66  refused  plan workshop close --plan 2 --participant Achats
    65 65 77 77 77 66  refused  plan workshop close --plan 4 --participant Achats
    0  0  0  0  0  66  reads    plan coverage 1
    66 66 66 66 66 66  refused  plan coverage 9
    0  0  77 77 77 66  changes  plan edit 1 --purpose Durer
    0  0  77 77 77 66  changes  plan edit 1 --catalogue semis@1
    65 65 77 77 77 66  refused  plan edit 1 --to 2025-12-31
    65 65 77 77 77 66  refused  plan edit 1 --title Nouveau --catalogue autre@9
    0  0  77 77 77 66  reads    plan edit 1 --title Un
    65 65 77 77 77 66  refused  plan edit 4 --purpose Durer
    0  0  77 77 77 66  changes  plan propose 1
    65 65 77 77 77 66  refused  plan propose 2
    0  0  77 77 77 66  changes  plan withdraw 2
    65 65 77 77 77 66  refused  plan withdraw 1
    0  0  77 77 77 66  changes  plan validate 2 --body Conseil
    65 65 77 77 77 66  refused  plan validate 1 --body Conseil
    0  0  77 77 77 66  changes  plan communicate 3 --audience Agents --channel intranet
    65 65 77 77 77 66  refused  plan communicate 1 --audience Agents --channel intranet
    0  0  77 77 77 66  changes  plan validate 2 --by COPIL --person Présidence
    0  0  77 77 77 66  changes  plan communicate 3 --to Agents --channel intranet --proof https://example.org/plan
    0  0  0  0  0  66  reads    plan versions 3
    66 66 66 66 66 66  refused  plan versions 9
    0  0  0  0  0  66  reads    plan diff 3 --format json
    0  0  0  0  0  66  reads    plan diff 2 --from proposition --markdown
    66 66 66 66 66 66  refused  plan diff 1
    66 66 66 66 66 66  refused  plan diff 3 --from 1 --to 2
    0  0  77 77 77 66  changes  plan publish 3
    65 65 77 77 77 66  refused  plan publish 1
    0  0  77 77 77 66  changes  plan unpublish 3
    65 65 77 77 77 66  refused  plan unpublish 1
    73 73 77 77 77 66  refused  plan publish 3 --static jalon-data
    0  0  77 77 77 66  reads    plan optimise --plan 1 --work 2
    0  0  77 77 77 66  changes  plan optimise --plan 1 --work 2 --save Essai
    65 65 77 77 77 66  refused  plan optimise --plan 1 --work 2 --people 0
    66 66 77 77 77 66  refused  plan optimise --plan 9 --work 2
    0  0  0  0  0  66  reads    plan scenario list --plan 1
    0  0  0  0  0  66  reads    plan scenario show 1 --plan 1
    66 66 66 66 66 66  refused  plan scenario show 9 --plan 1
    0  0  77 77 77 66  reads    plan scenario adopt 1 --plan 1 --dry-run
    0  0  77 77 77 66  changes  plan scenario adopt 1 --plan 1 --by COPIL --on 2026-02-01 --reason Moyens
    65 65 77 77 77 66  refused  plan scenario adopt 1 --plan 1 --by COPIL
    0  0  77 77 77 66  changes  plan scenario remove 1 --plan 1
    66 66 77 77 77 66  refused  plan scenario remove 9 --plan 1
    0  0  0  0  0  66  reads    plan gains 1
    66 66 66 66 66 66  refused  plan gains 9
    0  0  77 77 77 66  changes  plan overlap 1 Postes --action 1 --action 5
    65 65 77 77 77 66  refused  plan overlap 1 Postes --action 1
    0  0  0  0  0  66  reads    plan means show 1
    0  0  0  0  0  66  reads    plan means show 1 --yaml
    66 66 66 66 66 66  refused  plan means show 9
    0  0  77 77 77 66  changes  plan means set 1 --capacity Achats=60 --capacity Achats:2027-T1=40 --budget 2027=60000
    65 65 77 77 77 66  refused  plan means set 1 --capacity Achats=-1
    65 65 77 77 77 66  refused  plan means set 1 --capacity Ailleurs=5
    65 65 77 77 77 66  refused  plan means set 1 --budget 2035=5
    65 65 77 77 77 66  refused  plan means set 4 --capacity Achats=60
    0  0  77 77 77 66  changes  plan means import moyens.yaml --plan 1
    0  0  77 77 77 66  reads    plan means import moyens.yaml --plan 1 --dry-run
    65 65 77 77 77 66  refused  plan means import tableau.csv --plan 1
    66 66 77 77 77 66  refused  plan means import absent.yaml --plan 1
    0  0  77 77 77 66  changes  plan close 3
    65 65 77 77 77 66  refused  plan close 1

    0  0  77 77 77 66  changes  action add --plan 1 --label Essai --level realisation
    65 65 77 77 77 66  refused  action add --plan 1 --practice zz.9 --level realisation
    65 65 77 77 77 66  refused  action add --plan 4 --label Tard --level realisation
    0  0  0  0  0  66  reads    action list --plan 1
    65 65 65 65 65 66  refused  action list --plan 1 --unit Ailleurs
    0  0  0  0  0  66  reads    action show 1/1
    66 66 66 66 66 66  refused  action show 1/9
    0  0  77 77 77 66  changes  action update 1/1 --impact 4
    0  0  77 77 77 66  changes  action update 1/1 --then realisation
    65 65 77 77 77 66  refused  action update 1/1 --impact 9
    65 65 77 77 77 66  refused  action update 4/1 --impact 4
    0  0  77 77 77 66  changes  action judge 1/1 --impact 4 --effort 2 --difficulty 3 --cost 1
    0  0  77 77 77 66  changes  action judge 1/2 --impact 5 --workshop
    0  0  77 77 77 66  reads    action judge 1/1 --clear cost
    65 65 77 77 77 66  refused  action judge 1/1 --impact 6
    65 65 77 77 77 66  refused  action judge 1/3 --impact 4
    65 65 77 77 77 66  refused  action judge 4/1 --impact 4
    0  0  0  77 77 66  changes  action stage 1/1 --start --note Engagé
    0  0  77 77 77 66  changes  action stage 1/2 --start --note Engagé
    65 65 65 77 77 66  refused  action stage 1/1 --percent 20
    65 65 77 77 77 66  refused  action stage 1/2 --percent 20
    65 65 65 77 77 66  refused  action stage 4/1 --start
    0  0  77 77 77 66  changes  action stage 1/4 --outcome stop --by COPIL --reason Trop-cher
    0  0  77 77 77 66  changes  action stage 1/1 --done --method Test --result Faible --outcome stop --by COPIL --reason Trop-cher
    65 65 77 77 77 66  refused  action stage 1/4 --outcome stop --by COPIL
    0  0  77 77 77 66  changes  action duplicate 1/1
    66 66 77 77 77 66  refused  action duplicate 1/9
    0  0  77 77 77 66  changes  action split 1/1 --part Portables --part Fixes --archive
    65 65 77 77 77 66  refused  action split 1/1 --part Portables --archive
    0  0  77 77 77 66  changes  action merge 1/1 --with 2 --take label=2
    65 65 77 77 77 66  refused  action merge 1/1 --with 1/1
    65 65 77 77 77 66  refused  action merge 1/1 --with 4/1
    0  0  77 77 77 66  changes  action link 1/1 --depends-on 2
    65 65 77 77 77 66  refused  action link 1/1 --depends-on 1/1
    65 65 77 77 77 66  refused  action link 1/1 --relates-to 9
    0  0  0  77 77 66  changes  action milestone add 1/1 --title Essai --due 2026-06-30
    0  0  77 77 77 66  changes  action milestone add 1/2 --title Essai
    65 65 65 77 77 66  refused  action milestone add 1/1 --title Essai --reached 2099-01-01
    65 65 65 77 77 66  refused  action milestone add 4/1 --title Tard
    0  0  0  0  0  66  reads    action milestone list 1/1
    0  0  0  77 77 66  changes  action milestone change 1/1 Inventaire --title Relevé
    66 66 66 77 77 66  refused  action milestone change 1/1 Absent --title Relevé
    0  0  0  77 77 66  changes  action milestone done 1/1 inventaire --on 2026-02-01
    0  0  0  77 77 66  changes  action milestone undone 1/1 2
    0  0  0  77 77 66  changes  action milestone remove 1/1 Bilan
    66 66 66 77 77 66  refused  action milestone remove 1/1 3
    0  0  0  77 77 66  changes  action objective assess 1/1 1 --verdict atteint
    0  0  77 77 77 66  changes  action objective assess 1/2 Sobriété --verdict partiellement --comment Commencé
    65 65 65 77 77 66  refused  action objective assess 1/1 9 --verdict atteint
    0  0  0  0  0  66  reads    action objective list 1/1
    66 66 66 66 66 66  refused  action objective list 1/9
    0  0  77 77 77 66  changes  action gain add 1/1 laptop-refurbished 20
    65 65 77 77 77 66  refused  action gain add 1/1 rien 20
    65 65 77 77 77 66  refused  action gain add 1/1 laptop-refurbished 9999999999
    0  0  0  0  0  66  reads    action gain list 1/1
    65 65 65 77 77 66  refused  action gain realise 1/1 1 5
    0  0  0  77 77 66  changes  action gain realise 1/5 1 2
    0  0  77 77 77 66  changes  action gain recompute 1/5 1
    65 65 77 77 77 66  refused  action gain recompute 1/1 1
    0  0  77 77 77 66  changes  action gain remove 1/1 1
    66 66 77 77 77 66  refused  action gain remove 1/1 9
    0  0  0  0  0  66  reads    action needs show 1/1
    66 66 66 66 66 66  refused  action needs show 1/9
    0  0  0  77 77 66  changes  action needs set 1/1 --quarters 2 --days Achats=5 --cost 1200
    0  0  77 77 77 66  changes  action needs set 1/2 --quarters 2 --not-before 2026-T3
    0  0  77 77 77 66  changes  action needs set 1/1 --obligation legale --reason Loi
    65 65 77 77 77 66  refused  action needs set 1/1 --obligation legale
    65 65 65 77 77 66  refused  action needs set 1/1 --stage reflexion --quarters 2
    65 65 65 77 77 66  refused  action needs set 1/1 --days Achats=-3
    65 65 65 77 77 66  refused  action needs set 4/1 --quarters 2
    0  0  0  77 77 66  changes  action note add 1/1 --note Reçu --on 2026-02-01
    0  0  77 77 77 66  changes  action note add 1/2 --note Reçu
    65 65 65 77 77 66  refused  action note add 1/1 --note Reçu --on 2099-01-01
    0  0  0  77 0  66  reads    action note list 1/1
    0  0  77 77 0  66  reads    action note list 1/2
    0  0  77 77 77 66  changes  action add --plan 1 --template Gabarit --level realisation
    66 66 77 77 77 66  refused  action add --plan 1 --template Absent --level realisation
    0  0  77 77 77 66  changes  action archive 1/1
    65 65 77 77 77 66  refused  action archive 4/1
    0  0  77 77 77 66  changes  action restore 1/3
    65 65 77 77 77 66  refused  action restore 4/1

    0  0  77 77 77 66  reads    template list
    0  0  77 77 77 66  reads    template show gabarit
    66 66 77 77 77 66  refused  template show Absent
    0  0  77 77 77 66  changes  template keep 1/3 --name Nouveau
    65 65 77 77 77 66  refused  template keep 1/1 --name Gabarit
    0  0  77 77 77 66  changes  template rename Gabarit Patron
    65 65 77 77 77 66  refused  template rename Rangé Gabarit
    0  0  77 77 77 66  changes  template archive 1
    0  0  77 77 77 66  changes  template restore Rangé
    66 66 77 77 77 66  refused  template restore Absent

    0  0  77 77 77 66  changes  indicator add Serveurs --type count --action 1/1
    0  0  77 77 77 66  changes  indicator add --ready reuse-giving
    0  0  77 77 77 66  changes  indicator add Retards --type percentage --better lower --compute actionsLate --plan 1
    65 65 77 77 77 66  refused  indicator add Somme --type duration --unit mois --compute sum --of 1
    65 65 77 77 77 66  refused  indicator add Usage --type duration --unit mois
    65 65 77 77 77 66  refused  indicator add Masse --type quantity --unit zorglub
    0  0  0  0  0  66  reads    indicator list --plan 1
    66 66 66 66 66 66  refused  indicator list --plan 9
    0  0  0  0  0  66  reads    indicator show 1
    66 66 66 66 66 66  refused  indicator show 9
    0  0  77 77 77 66  changes  indicator edit 1 --cadence trimestriel
    65 65 77 77 77 66  refused  indicator edit 1 --type count
    0  0  77 77 77 66  changes  indicator target 1 72 --on 2028-12-31
    65 65 77 77 77 66  refused  indicator target 1 beaucoup --on 2028-12-31
    0  0  77 77 77 66  changes  indicator baseline 1 40 --on 2025-12-31
    65 65 77 77 77 66  refused  indicator baseline 1 40
    0  0  0  77 77 66  changes  indicator measure 1 56 --on 2026-02-28
    0  0  77 77 77 66  changes  indicator measure 2 oui --on 2026-02-28
    65 65 65 77 77 66  refused  indicator measure 1 56 --on 2099-02-28
    0  0  0  77 77 66  reads    indicator due --all --format json
    0  0  0  77 77 66  changes  indicator import mesures.csv --indicator 1
    0  0  0  77 77 66  reads    indicator import mesures.csv --indicator 1 --dry-run
    65 65 65 77 77 66  refused  indicator import tableau.csv
    0  0  0  0  0  66  reads    indicator export --format csv
    0  0  0  0  0  66  reads    indicator export --definitions --format csv
    0  0  77 77 77 66  changes  indicator archive 1
    66 66 77 77 77 66  refused  indicator archive 9
    0  0  77 77 77 66  changes  indicator restore 3
    66 66 77 77 77 66  refused  indicator restore 9

    0  0  77 77 77 66  changes  factor add 12 --lever Essai --counted choses --indicator climat --unit kgCO2e --source Nous
    65 65 77 77 77 66  refused  factor add 12 --lever Essai --counted choses --indicator climat --unit zorglub --source Nous
    0  0  0  0  0  66  reads    factor list
    0  0  77 77 77 66  changes  factor import facteurs.csv
    0  0  77 77 77 66  reads    factor import facteurs.csv --dry-run
    65 65 77 77 77 66  refused  factor import tableau.csv

    0  0  77 77 77 66  changes  committee add Achats --plan 1 --cadence mensuel --from 2026-02-01
    65 65 77 77 77 66  refused  committee add COPIL --plan 1
    65 65 77 77 77 66  refused  committee add Tard --plan 4
    0  0  0  0  0  66  reads    committee list --plan 1
    66 66 66 66 66 66  refused  committee list --plan 9
    0  0  0  0  0  66  reads    committee show COPIL --plan 1
    66 66 66 66 66 66  refused  committee show Rien --plan 1
    0  0  77 77 77 66  changes  committee member add COPIL Marie --plan 1 --role presidence
    65 65 77 77 77 66  refused  committee member add COTECH Marie --plan 1
    0  0  77 77 77 66  changes  committee member remove COPIL Achats --plan 1
    66 66 77 77 77 66  refused  committee member remove COPIL Marie --plan 1
    0  0  77 77 77 66  changes  committee archive COPIL --plan 1
    66 66 77 77 77 66  refused  committee archive Rien --plan 1
    0  0  77 77 77 66  changes  committee restore COTECH --plan 1
    66 66 77 77 77 66  refused  committee restore Rien --plan 1

    0  0  77 77 77 66  changes  meeting plan --committee COPIL --plan 1 --on 2026-06-30
    65 65 77 77 77 66  refused  meeting plan --committee COPIL --plan 1 --on 2026-04-01
    0  0  0  0  0  66  reads    meeting list --committee COPIL --plan 1
    66 66 66 66 66 66  refused  meeting list --committee Rien --plan 1

    0  0  0  0  0  66  reads    meeting show 1 --committee COPIL --plan 1
    66 66 66 66 66 66  refused  meeting show 99 --committee COPIL --plan 1
    0  0  77 77 77 66  changes  meeting move 4 --committee COPIL --plan 1 --on 2026-10-06
    65 65 77 77 77 66  refused  meeting move 3 --committee COPIL --plan 1 --on 2026-10-06
    0  0  77 77 77 66  changes  meeting cancel 4 --committee COPIL --plan 1 --reason Rien
    65 65 77 77 77 66  refused  meeting cancel 1 --committee COPIL --plan 1 --reason Rien
    0  0  77 77 77 66  changes  meeting convene 4 --committee COPIL --plan 1
    65 65 77 77 77 66  refused  meeting convene 1 --committee COPIL --plan 1
    0  0  77 77 77 66  changes  meeting hold 3 --committee COPIL --plan 1
    65 65 77 77 77 66  refused  meeting hold 4 --committee COPIL --plan 1
    0  0  77 77 77 66  changes  meeting decide 2 arreter --committee COPIL --plan 1 --action 4 --reason Trop-cher
    65 65 77 77 77 66  refused  meeting decide 2 arreter --committee COPIL --plan 1 --action 4
    65 65 77 77 77 66  refused  meeting decide 1 libre Tard --committee COPIL --plan 1
    0  0  77 77 77 66  changes  meeting done 1.1 --committee COPIL --plan 1
    66 66 77 77 77 66  refused  meeting done 1.9 --committee COPIL --plan 1
    0  0  0  0  0  66  reads    meeting minutes 1 --committee COPIL --plan 1
    0  0  77 77 77 66  changes  meeting minutes 2 --committee COPIL --plan 1 --approve
    65 65 65 65 65 66  refused  meeting minutes 3 --committee COPIL --plan 1
    65 65 77 77 77 66  refused  meeting minutes 1 --committee COPIL --plan 1 --text Encore

    0  0  0  0  0  66  reads    search postes

    0  0  77 77 77 66  changes  import tableau.csv --plan 1
    0  0  77 77 77 66  reads    import tableau.csv --plan 1 --dry-run
    65 65 77 77 77 66  refused  import tableau.csv --plan 4
    65 65 77 77 77 66  refused  import tableau.csv --plan 1 --map Titre=label
    64 64 77 77 77 66  refused  import tableau.csv --plan 1 --map Pilote=rien
    65 65 77 77 77 66  refused  import pw.txt --plan 1
    66 66 77 77 77 66  refused  import absent.csv --plan 1

    0  0  0  0  0  66  reads    export --plan 1
    0  0  0  0  0  66  reads    export --plan 1 --format json
    0  0  0  0  0  66  writes   export --plan 1 --output actions.csv
    66 66 66 66 66 66  refused  export --plan 9 --output actions.csv
    73 73 73 73 73 66  refused  export --plan 1 --output nul/actions.csv

    0  77 77 77 77 66  reads    mail list
    0  77 77 77 77 66  reads    mail show 1
    66 77 77 77 77 66  refused  mail show 900
    0  77 77 77 77 66  reads    mail send
    0  77 77 77 77 66  changes  mail again 1
    66 77 77 77 77 66  refused  mail again 900
    0  77 77 77 77 66  changes  mail delivered 1
    66 77 77 77 77 66  refused  mail delivered 900
    0  77 77 77 77 66  changes  user add --name Anne --email anne@example.org --role lecture --password-file pw.txt
    65 77 77 77 77 66  refused  user add --name Claude --email reader@example.org --role lecture
    0  77 77 77 77 66  reads    user list
    0  77 77 77 77 66  changes  user invite anne@example.org --name Anne --role lecture
    65 77 77 77 77 66  refused  user invite reader@example.org --name Claude --role lecture
    0  77 77 77 77 66  changes  user reset reader@example.org
    66 77 77 77 77 66  refused  user reset anne@example.org
    0  77 77 77 77 66  changes  user role reader@example.org audit
    65 77 77 77 77 66  refused  user role a@example.org lecture
    66 77 77 77 77 66  refused  user role anne@example.org audit
    0  77 77 77 77 66  changes  user remove reader@example.org
    65 77 77 77 77 66  refused  user remove a@example.org

    0  77 77 77 77 66  changes  directory add direction Logistique
    65 77 77 77 77 66  refused  directory add direction Achats
    0  77 77 77 77 66  changes  directory place Marie --unit Achats
    66 77 77 77 77 66  refused  directory place Personne --unit Achats
    0  77 77 77 77 66  changes  directory rename Achats Commandes
    65 77 77 77 77 66  refused  directory rename Vide Achats
    0  77 77 77 77 66  changes  directory merge Vide --into Achats
    65 77 77 77 77 66  refused  directory merge Achats --into Achats
    0  77 77 77 77 66  changes  directory archive Vide
    65 77 77 77 77 66  refused  directory archive Achats
    0  77 77 77 77 66  changes  directory restore Rangée
    66 77 77 77 77 66  refused  directory restore Personne
    0  0  0  0  0  66  reads    directory list

    0  77 77 77 77 66  writes   backup copie.sqlite
    73 77 77 77 77 66  refused  backup pw.txt
    73 77 77 77 77 66  refused  backup nul/copie.sqlite
    """

/// These act for the owner of the folder, who can read and write its files whatever a role says: no member is asked, so that whoever
/// `JALON_USER` names, the answer is the same, and `--as` is not one of their options (64).
private let expectationsOfOwner = """
    0  0  0  0  0  0   reads    serve --port 0
    64 64 64 64 64 64  refused  serve --port 70000
    0  0  0  0  0  0   changes  init --organisation Autre --admin-email b@example.org --admin-password-file pw.txt
    0  0  0  0  0  0   changes  init --organisation Autre --admin-email a@example.org
    65 65 65 65 65 65  refused  init --organisation Autre --admin-email b@example.org
    65 65 65 65 65 65  refused  init --organisation Autre --admin-email b --admin-password-file pw.txt
    65 65 65 65 65 65  refused  demo
    0  0  0  0  0  0   reads    indicator suggest Durée
    0  0  0  0  0  0   reads    verify
    """

private struct Expectation {
    enum Effect: String { case reads, changes, writes, refused }

    let codes: [Int32]
    let effect: Effect
    let arguments: [String]

    var name: String { arguments.joined(separator: " ") }
    var group: String { arguments.first ?? "" }

    static func read(_ table: String) throws -> [Expectation] {
        try table.split(separator: "\n").map { line in
            let words = line.split(separator: " ").map(String.init)
            let codes = words.prefix { Int32($0) != nil }.compactMap { Int32($0) }
            guard codes.count == people.count, words.count > codes.count + 1, let effect = Effect(rawValue: words[codes.count]) else {
                throw Unexpected(what: "This line of the table cannot be read: \(line)")
            }
            return Expectation(codes: codes, effect: effect, arguments: Array(words.dropFirst(codes.count + 1)))
        }
    }
}

/// In the order of the columns.
private let people = Role.allCases.map(address) + ["personne@example.org"]
private let unknown = people.count - 1

private func address(_ role: Role) -> String { role == .administrator ? "a@example.org" : "\(role.rawValue)@example.org" }

@Suite("Every command, as every role")
struct CommandMatrixTests {
    @Test func theTableHasEveryCommand() async throws {
        let help = try await Folder().jalon("--experimental-dump-help")
        let root = try #require(try help.object()["command"] as? [String: Any])
        let leaves = leaves(of: root, at: [])
        let members = try Expectation.read(expectations)
        let owner = try Expectation.read(expectationsOfOwner)
        #expect(commands(of: members + owner, among: leaves) == Set(leaves.map(\.path)))
        // A command that asks for no member is one of the owner's, which are said to be so.
        #expect(commands(of: owner, among: leaves) == Set(leaves.filter { !$0.options.contains("as") }.map(\.path)))
        // Each command is seen to succeed for someone, but for the demonstration: it fills empty data only.
        let succeeding = commands(of: (members + owner).filter { $0.codes.contains(0) }, among: leaves)
        #expect(Set(leaves.map(\.path)).subtracting(succeeding) == ["demo"])
    }

    @Test(arguments: [
        "catalogue", "assessment", "plan", "action", "template", "indicator", "factor", "committee", "meeting", "search", "import",
        "export", "user",
        "directory", "mail", "backup",
    ])
    func everyCommandAnswersAsTyped(_ group: String) async throws {
        let folder = try await sample()
        let before = try folder.kept()
        for expectation in try Expectation.read(expectations) where expectation.group == group {
            for (column, person) in people.enumerated() {
                let code = expectation.codes[column]
                // What changes the data is done to a copy.
                let place = code == 0 && expectation.effect == .changes ? try await sample() : folder
                let run = try await place.run(expectation.arguments + ["--as", person])
                let what = "\(expectation.name) as \(person): \(run.status) \(run.errors)"
                #expect(run.status == code, "\(what)")
                if code == 77 { #expect(run.errors == forbidden, "\(what)") }
                if column == unknown { #expect(run.errors == noSuchMember, "\(what)") }
                try await check(run, expectation, code, in: place, before: before, what)
            }
        }
        #expect(try await folder.jalon("verify").status == 0)
    }

    @Test func theGroupsAreThoseOfTheTable() throws {
        let groups = Set(try Expectation.read(expectations).map(\.group))
        #expect(
            groups == [
                "catalogue", "assessment", "plan", "action", "template", "indicator", "factor", "committee", "meeting", "search", "import",
                "export",
                "user", "directory", "mail", "backup",
            ])
    }

    @Test func theOwnersCommandsAskNoMember() async throws {
        let folder = try await sample()
        let before = try folder.kept()
        for expectation in try Expectation.read(expectationsOfOwner) {
            for (person, code) in zip(people, expectation.codes) {
                let place = code == 0 && expectation.effect == .changes ? try await sample() : folder
                let started = try place.start(expectation.arguments, environment: ["JALON_USER": person])
                if expectation.group == "serve", code == 0 { try await started.endOnceServing() }
                let run = try await started.end()
                let what = "\(expectation.name) for \(person): \(run.status) \(run.errors)"
                #expect(run.status == code, "\(what)")
                try await check(run, expectation, code, in: place, before: before, what)

                let named = try await folder.run(expectation.arguments + ["--as", person])
                #expect(named.status == 64 && named.output.isEmpty && !named.errors.isEmpty, "\(what)")
                #expect(try folder.kept() == before, "\(what)")
            }
        }
        #expect(try await folder.jalon("verify").status == 0)
    }

    /// What a success says and does, and that a refusal says why and leaves everything as it was.
    private func check(
        _ run: Run, _ expectation: Expectation, _ code: Int32, in folder: Folder, before: Kept, _ what: String
    ) async throws {
        guard code == 0 else {
            #expect(run.output.isEmpty && !run.errors.isEmpty, "\(what)")
            #expect(try folder.kept() == before, "\(what)")
            return
        }
        #expect(run.output.isEmpty == expectation.arguments.contains("--output"), "\(what)")
        let after = try folder.kept()
        switch expectation.effect {
        case .reads: #expect(after == before, "\(what)")
        case .changes:
            #expect(after.data != before.data && after.files == before.files, "\(what)")
            let verified = try await folder.jalon("verify")
            #expect(verified.status == 0, "\(what) \(verified.errors)")
        case .writes:
            let new = after.files.subtracting(before.files)
            #expect(after.data == before.data && new.count == 1, "\(what)")
            for file in new { try FileManager.default.removeItem(at: folder.url.appendingPathComponent(file)) }
        case .refused: Issue.record("Nobody can give this: \(what)")
        }
    }
}

private let forbidden =
    "Votre rôle ne le permet pas. Demandez à la coordination du plan\u{A0}; pour les membres et les réglages, à l’administration.\n"
private let noSuchMember = "Cette personne n’est pas membre de l’organisation. Vérifiez son adresse.\n"

// MARK: The program's commands, as it tells them

private struct Leaf {
    let path: String
    let options: Set<String>
}

/// The commands that have none below them, but for the parser's own `help`.
private func leaves(of command: [String: Any], at path: [String]) -> [Leaf] {
    let below = command["subcommands"] as? [[String: Any]] ?? []
    guard below.isEmpty else {
        return below.flatMap { child -> [Leaf] in
            let name = child["commandName"] as? String ?? ""
            return path.isEmpty && name == "help" ? [] : leaves(of: child, at: path + [name])
        }
    }
    let arguments = command["arguments"] as? [[String: Any]] ?? []
    let names = arguments.flatMap { $0["names"] as? [[String: Any]] ?? [] }.compactMap { $0["name"] as? String }
    return [Leaf(path: path.joined(separator: " "), options: Set(names))]
}

/// The command of each line of the table; a line of a command that is no more stays whole, and is seen.
private func commands(of expectations: [Expectation], among leaves: [Leaf]) -> Set<String> {
    Set(expectations.map { line in leaves.first { (line.name + " ").hasPrefix($0.path + " ") }?.path ?? line.name })
}

// MARK: The sample

/// What a command may leave behind: the rows, and the names of the files.
private struct Kept: Equatable {
    let data: Data
    let files: Set<String>
}

extension Folder {
    fileprivate func kept() throws -> Kept {
        // The file's header counts openings; all that is stored comes after it.
        let data = try Data(contentsOf: url.appendingPathComponent("jalon-data/jalon.sqlite")).dropFirst(100)
        let files = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String } ?? []
        return Kept(data: Data(data), files: Set(files.filter { name in ![".in", ".out", ".err"].contains { name.hasSuffix($0) } }))
    }
}

extension Started {
    /// Ends the service once it says where it is, half a minute at most.
    fileprivate func endOnceServing() async throws {
        for _ in 0..<600 {
            guard process.isRunning, try !said("out").contains("http://") else { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        process.terminate()
    }
}

/// A copy of a folder prepared once, with a member of each role.
private func sample() async throws -> Folder {
    let made = try await prepared.value
    let folder = try Folder()
    for item in ["jalon-data", "guide", "tableau.csv", "mesures.csv", "facteurs.csv", "moyens.yaml"] {
        try FileManager.default.copyItem(at: made.url.appendingPathComponent(item), to: folder.url.appendingPathComponent(item))
    }
    return folder
}

/// What is done to the sample, in this order, once its members are there.
private let preparations = """
    plan create --title Un --from 2026-01-01 --to 2028-12-31
    plan create --title Deux --from 2026-01-01 --to 2028-12-31
    plan create --title Trois --from 2026-01-01 --to 2028-12-31
    plan create --title Quatre --from 2026-01-01 --to 2028-12-31
    catalogue import guide --name semis --version 1
    action add --plan 1 --label Postes --level experimentation --perimeter Achats --pilot Achats --objective Durer
    action add --plan 1 --label Serveurs --level realisation --pilot Marie --objective Sobriété
    action add --plan 1 --label Ancienne --level realisation
    action archive 1/3
    action add --plan 1 --label Essai --level experimentation --perimeter Achats --pilot Achats
    action stage 1/4 --done --method Test --result Faible
    action add --plan 4 --label Passée --level realisation --pilot Achats
    directory add direction Vide
    directory add direction Rangée
    directory archive Rangée
    action milestone add 1/1 --title Inventaire --due 2026-06-30
    action milestone add 1/1 --title Bilan --reached 2026-01-12
    action note add 1/1 --note Commencé --on 2026-01-10
    action note add 1/2 --note Commencé --on 2026-01-10
    template keep 1/1 --name Gabarit
    template keep 1/2 --name Rangé
    template archive Rangé
    plan propose 2
    plan propose 3
    plan validate 3 --body Conseil
    plan publish 3
    plan propose 4
    plan validate 4 --body Conseil
    plan close 4
    assessment set a.1 --state partly --comment Commencé --on 2026-01-10
    indicator add Usage --type duration --unit mois --action 1/1
    indicator measure 1 54 --on 2026-01-31
    indicator add Charte --type boolean --action 1/2
    indicator add Ancien --type count
    indicator archive 3
    committee add COPIL --plan 1 --cadence trimestriel --from 2026-01-01
    committee member add COPIL Achats --plan 1
    committee add COTECH --plan 1
    committee archive COTECH --plan 1
    meeting convene 1 --committee COPIL --plan 1
    meeting hold 1 --committee COPIL --plan 1
    meeting decide 1 libre Écrire --committee COPIL --plan 1
    meeting minutes 1 --committee COPIL --plan 1 --approve
    meeting convene 2 --committee COPIL --plan 1
    meeting hold 2 --committee COPIL --plan 1
    meeting convene 3 --committee COPIL --plan 1
    committee member add COPIL pilot --plan 1
    factor add 12 --lever Essai --counted choses --indicator climat --unit kgCO2e --source Nous
    action add --plan 1 --label Veille --level realisation --commitment suivi --pilot Achats
    action gain add 1/1 laptop-refurbished 20
    action gain add 1/5 essai 3
    factor add 14 --lever Essai --counted choses --indicator climat --unit kgCO2e --source Nous
    plan means set 1 --capacity Achats=20
    action judge 1/2 --impact 4 --workshop
    plan workshop close --plan 1 --participant Marie
    action judge 1/2 --effort 2 --workshop
    action needs set 1/5 --quarters 2 --days Achats=5 --cost 1200
    action judge 1/5 --impact 4 --effort 2
    plan optimise --plan 1 --work 2 --save Premier
    mail send
    """

private let prepared = Task {
    let folder = try await Folder.withOrganisation()
    try folder.write("---\ntitle: Bon\ntype: bpnr\nidbp: a.1\npriority: Prioritaire\n---\n", to: "guide/cour/bon.md")
    try folder.write("Libellé;Pilote;Niveau\nCompter les écrans;Achats;réalisation\n", to: "tableau.csv")
    try folder.write("date;valeur\n2026-01-15;53\n2026-02-15;55\n", to: "mesures.csv")
    try folder.write("levier;on compte;indicateur;valeur;unité;source\nVeille;postes;énergie;9;kWh/an;Nous\n", to: "facteurs.csv")
    try folder.write("directions:\n  Achats: 25\nbudgets:\n  2027: 60000\n", to: "moyens.yaml")
    @Sendable func prepare(_ arguments: [String]) async throws {
        let run = try await folder.run(arguments)
        guard run.status == 0 else { throw Unexpected(what: "\(arguments): \(run.errors)") }
    }
    // Passwords take time to seal: all at once.
    try await withThrowingTaskGroup { group in
        for role in Role.allCases where role != .administrator {
            let unit = role == .pilot ? ["--unit", "Achats"] : []
            let new = ["--name", role.rawValue, "--email", address(role), "--role", role.rawValue, "--password-file", "pw.txt"]
            group.addTask { try await prepare(["user", "add"] + new + unit) }
        }
        try await group.waitForAll()
    }
    for line in preparations.split(separator: "\n") { try await prepare(line.split(separator: " ").map(String.init)) }
    // The first opening after the last change settles the file: from then on, reading leaves it as it is.
    try await prepare(["verify"])
    return folder
}
