/// Theme g of the bundled catalogue: Digital services.

extension BundledTheme {
    static let g = #"""
        theme:
          id: g
          title:
            fr: "Services numériques"
            en: "Digital services"
        practices:
          - id: g.1
            title:
              fr: "Décider ensemble si la solution envisagée répond au besoin"
              en: "Decide together whether the planned solution meets the need"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Part des équipes produit qui réunissent plusieurs métiers et relisent leurs choix avant de développer (%)"
              en:
                - "Share of product teams that bring several disciplines together and review their choices before building (%)"
            link: services-numeriques/evaluer-fonctionnalites/
            summary:
              fr: >-
                Réunissez dès le départ les métiers, le design, la technique et quelques usagers, puis formulez le besoin en une phrase.
                Comparez plusieurs réponses et gardez la plus simple, ou aucune si le besoin ne tient pas. Une fonction écartée à ce stade
                ne consomme rien ensuite. Attention à ne pas laisser ce choix aux seuls développeurs.
              en: >-
                From the start, bring together business staff, design, engineering and a few users, then state the need in one sentence.
                Compare several answers and keep the simplest, or none if the need does not hold up. A feature dropped at this stage uses
                nothing later. Take care not to leave this choice to developers alone.
          - id: g.2
            title:
              fr: "Relire la conception puis le code sous l’angle de la sobriété"
              en: "Review the design, then the code, with frugality in mind"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Relecture de la conception avant développement, puis du code, à chaque livraison : oui / non"
                - "Liste des conditions d’achèvement d’une fonction complétée par des critères environnementaux : oui / non"
              en:
                - "Design reviewed before development, then code reviewed, for every release: yes / no"
                - "Environmental criteria added to the list of conditions for calling a feature finished: yes / no"
            link: services-numeriques/systematiser-revue-conception/
            summary:
              fr: >-
                Prévoyez deux rendez-vous fixes : un atelier avant d’écrire la première ligne, puis une relecture du code avant la mise en
                service. Vérifiez le poids des pages, les bibliothèques ajoutées et la mémoire demandée. Un défaut repéré tôt coûte peu à
                corriger. Fixez des seuils chiffrés, sinon la relecture reste une affaire d’opinion.
              en: >-
                Set two fixed appointments: a workshop before the first line is written, then a code review before release. Check the
                weight of pages, the libraries added and the memory required. A flaw spotted early costs little to fix. Set thresholds in
                figures, otherwise the review remains a matter of opinion.
          - id: g.3
            title:
              fr: "Adopter un référentiel d’écoconception et l’appliquer à chaque projet"
              en: "Adopt an ecodesign framework and apply it to every project"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué au numérique responsable"
              en:
                - "Digital directorate"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Part des projets lancés dans l’année qui suivent un référentiel d’écoconception (%)"
                - "Part des membres des équipes numériques ayant suivi un cours d’écoconception (%)"
                - "Part des services en ligne passés par un audit d’écoconception (%)"
                - "Taux de conformité moyen relevé lors de ces audits (%)"
              en:
                - "Share of projects started in the year that follow an ecodesign framework (%)"
                - "Share of digital team members who have taken an ecodesign course (%)"
                - "Share of online services that have been through an ecodesign audit (%)"
                - "Average compliance rate found in these audits (%)"
            link: services-numeriques/mettre-en-place-bonnes-pratiques/
            summary:
              fr: >-
                Choisissez un référentiel commun, par exemple le RGESN, et nommez dans chaque projet la personne qui le suit. Formez tous
                les rôles, de la rédaction aux tests, puis auditez les services déjà ouverts. Un cadre partagé évite de repartir de zéro à
                chaque fois. Gardez en vue l’accessibilité, la sécurité et les données personnelles : un gain ne se fait pas à leurs
                dépens.
              en: >-
                Choose a common framework, such as the French RGESN, and name in each project the person who follows it. Train every role,
                from writing to testing, then audit the services already open. A shared framework saves starting from scratch each time.
                Keep accessibility, security and personal data in view: no gain should come at their expense.
          - id: g.4
            title:
              fr: "Rendre le service utilisable sur des appareils de cinq ans et plus"
              en: "Make the service usable on devices five years old or more"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Service utilisable avec un appareil d’au moins cinq ans : oui / non"
                - "Essai sur un appareil d’au moins cinq ans prévu avant chaque mise en ligne : oui / non"
              en:
                - "Service usable with a device at least five years old: yes / no"
                - "Trial on a device at least five years old planned before every release: yes / no"
            link: services-numeriques/concevoir-un-service-numerique-compatible-avec-equipements-anciens/
            summary:
              fr: >-
                Fixez jusqu’à quel âge le service accepte les appareils, les systèmes et les navigateurs, puis essayez-le sur de vrais
                matériels de cet âge. Un service trop exigeant pousse à remplacer un téléphone qui marche encore. Surveillez les
                bibliothèques mises à jour : elles abandonnent parfois un ancien navigateur sans prévenir.
              en: >-
                Set how old devices, systems and browsers can be for the service to accept them, then try it on real equipment of that
                age. A service that asks too much pushes people to replace a phone that still works. Watch library updates: they sometimes
                drop an old browser without warning.
          - id: g.5
            title:
              fr: "Adapter l’affichage à toutes les tailles d’écran, du téléphone au poste fixe"
              en: "Fit the display to every screen size, from phone to desktop"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Affichage vérifié sur téléphone, tablette et ordinateur : oui / non"
              en:
                - "Display checked on phone, tablet and computer: yes / no"
            link: services-numeriques/differents-types-terminaux-affichage/
            summary:
              fr: >-
                Dessinez d’abord l’écran le plus petit, puis élargissez. Cette contrainte oblige à trier les fonctions pour ne garder que
                l’utile, et ouvre le service à qui ne possède qu’un téléphone. Une seule interface qui s’adapte coûte aussi moins à
                entretenir que plusieurs. Veillez à ne pas multiplier pour autant les usages en déplacement.
              en: >-
                Design the smallest screen first, then widen. This constraint makes you sort features and keep only what is useful, and
                opens the service to people who only own a phone. A single interface that adapts also costs less to maintain than several.
                Take care not to multiply use on the move as a result.
          - id: g.6
            title:
              fr: "Faire fonctionner le service avec une connexion lente"
              en: "Make the service work on a slow connection"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Essai en connexion lente inscrit dans la recette de chaque fonction : oui / non"
                - "Parcours principaux réussis en 3G sur mobile et à 512 kbit/s sur poste fixe : oui / non"
              en:
                - "Slow-connection trial written into acceptance testing for every feature: yes / no"
                - "Main journeys completed on 3G on mobile and at 512 kbit/s on a desktop: yes / no"
            link: services-numeriques/concevoir-service-numerique-compatible-avec-faibles-debits/
            summary:
              fr: >-
                Simulez un réseau lent et un ordinateur modeste pendant la conception, puis à nouveau avant la mise en ligne. Des pages
                légères sollicitent moins le réseau et n’écartent pas les personnes mal raccordées. Ne vous fiez pas à la fibre du
                bureau : elle cache les lenteurs que d’autres subissent. Fixez un poids maximal par page et tenez-vous-y.
              en: >-
                Simulate a slow network and a modest computer during design, then again before release. Light pages put less load on the
                network and do not shut out people with a poor connection. Do not rely on the office fibre line: it hides the delays that
                others live with. Set a maximum weight per page and keep to it.
          - id: g.7
            title:
              fr: "Choisir des technologies ouvertes qui marchent partout"
              en: "Choose open technologies that work everywhere"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Digital directorate"
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Service bâti sur des standards ouverts, sans dépendance à une plateforme unique : oui / non"
              en:
                - "Service built on open standards, with no dependence on a single platform: yes / no"
            link: services-numeriques/concevoir-a-laide-de-technologies-standard/
            summary:
              fr: >-
                Préférez une application qui s’ouvre dans un navigateur à un logiciel propre à un seul système. Le service reste alors
                accessible quand un téléphone ne reçoit plus de nouvelles versions, et l’organisation garde la main sur ses choix. Avant
                de doubler un site par une application mobile, demandez-vous ce qu’elle apporte en plus, y compris hors connexion.
              en: >-
                Prefer an application that opens in a browser to software tied to one system. The service then stays within reach when a
                phone no longer receives new versions, and the organisation keeps control of its choices. Before adding a mobile app to a
                website, ask what more it brings, including offline.
          - id: g.8
            title:
              fr: "Raccourcir les démarches pour faire gagner du temps aux usagers"
              en: "Shorten online procedures to save users time"
            priority: further
            difficulty: hard
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Durée moyenne d’une visite sur le service (minutes)"
                - "Durée moyenne des démarches principales, du début à la fin (minutes)"
                - "Part des fonctions proposées qui servent réellement aux usagers (%)"
              en:
                - "Average length of a visit to the service (minutes)"
                - "Average length of the main procedures, from start to finish (minutes)"
                - "Share of the features on offer that users actually use (%)"
            link: services-numeriques/reduire-le-temps-pass%C3%A9-par-usager/
            summary:
              fr: >-
                Chronométrez les démarches les plus courantes, puis supprimez les étapes, les champs et les écrans superflus. Moins de
                temps passé en ligne, c’est moins d’énergie consommée et un usager plus serein. Ne visez pas la durée pour elle-même : si
                les abandons ou les dossiers incomplets augmentent, le raccourci est mauvais.
              en: >-
                Time the most common procedures, then remove needless steps, fields and screens. Less time online means less energy used
                and a calmer user. Do not chase the shortest time for its own sake: if more people give up or more files arrive
                incomplete, the shortcut is a bad one.
          - id: g.9
            title:
              fr: "Aider à publier des images, des vidéos et des documents légers"
              en: "Help people publish light images, videos and documents"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Délégué au numérique responsable"
                - "Direction du numérique"
                - "Responsable projet"
              en:
                - "Responsible digital officer"
                - "Digital directorate"
                - "Project manager"
            indicators:
              fr:
                - "Outil de publication doté de conseils de format et d’une réduction automatique des fichiers : oui / non"
              en:
                - "Publishing tool equipped with format advice and automatic file reduction: yes / no"
            link: services-numeriques/accompagner-contributeurs/
            summary:
              fr: >-
                Réglez l’outil de publication pour qu’il réduise les images tout seul et affiche le poids de chaque page. Donnez des
                repères simples : texte plutôt que vidéo, page web plutôt que fichier joint, pas de lecture automatique. Un site léger au
                départ redevient lourd si personne ne veille aux contenus. Gardez une qualité lisible et une version texte pour tous.
              en: >-
                Set the publishing tool to shrink images by itself and show the weight of each page. Give simple pointers: text rather
                than video, web page rather than attachment, no automatic playback. A site that starts light grows heavy again if nobody
                looks after its content. Keep quality readable and a text version for everyone.
          - id: g.10
            title:
              fr: "Séparer les correctifs de sécurité des nouvelles fonctions"
              en: "Separate security fixes from new features"
            priority: further
            difficulty: hard
            pilots:
              fr:
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Durée pendant laquelle une version stable reçoit des correctifs (années)"
                - "Part des applications où l’on peut installer les correctifs sans les nouveautés (%)"
              en:
                - "Length of time a stable version receives fixes (years)"
                - "Share of applications where fixes can be installed without the new features (%)"
            link: services-numeriques/dissocier-mises-a-jour-evolutives-correctives/
            summary:
              fr: >-
                Publiez les correctifs à part, sur une version figée suivie plusieurs années, et laissez chacun décider d’installer ou non
                les nouveautés. Les appareils restent protégés sans réclamer toujours plus de mémoire ou de puissance. Indiquez clairement
                la nature de chaque mise à jour. Prévoyez le travail que demande l’entretien de deux versions en parallèle.
              en: >-
                Publish fixes on their own, on a frozen version supported for several years, and let each person decide whether to install
                what is new. Devices stay protected without asking for ever more memory or power. State clearly what each update contains.
                Plan for the work of maintaining two versions side by side.
          - id: g.11
            title:
              fr: "Comparer avec une réponse sans numérique avant de développer"
              en: "Compare with a non-digital answer before building"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Responsable produit"
                - "Responsable projet"
              en:
                - "Digital directorate"
                - "Product manager"
                - "Project manager"
            indicators:
              fr:
                - "Choix entre réponse numérique et réponse non numérique examiné avec toutes les personnes concernées : oui / non"
              en:
                - "Choice between a digital and a non-digital answer examined with everyone concerned: yes / no"
            link: services-numeriques/envisager-solutions-non-numeriques/
            summary:
              fr: >-
                Avant de lancer un service, posez la question : un affichage, un guichet, un formulaire papier ou un appel suffisent-ils ?
                Une réponse simple coûte parfois moins cher et reste disponible pendant une panne ou une cyberattaque. Partez de vos
                activités plutôt que de vos logiciels. Comparez les effets des deux voies sans préjugé, papier compris.
              en: >-
                Before launching a service, ask: would a notice, a counter, a paper form or a phone call be enough? A simple answer
                sometimes costs less and stays available during an outage or a cyberattack. Start from your activities rather than your
                software. Compare the effects of both routes without prejudice, paper included.
        """#
}
