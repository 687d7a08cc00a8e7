/// Theme f of the bundled catalogue: Use, administration and settings.

extension BundledTheme {
    static let f = #"""
        theme:
          id: f
          title:
            fr: "Usage, administration et paramétrage"
            en: "Use, administration and settings"
        practices:
          - id: f.1
            title:
              fr: "Tenir un inventaire à jour et faire tourner le matériel entre services"
              en: "Keep an up-to-date inventory and move equipment between teams"
            priority: priority
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Durée de vie moyenne constatée, par famille d’appareils (années)"
                - "Part du parc gardée en réserve (%)"
                - "Nombre d’appareils par personne, selon la famille d’appareils"
              en:
                - "Average observed lifespan, by device family (years)"
                - "Share of all devices kept in reserve (%)"
                - "Number of devices per person, by device family"
            link: usage-administration-parametrages/optimiser-gestion-parc/
            summary:
              fr: >-
                Étiquetez chaque appareil et notez dans un seul outil qui s’en sert, son âge, sa garantie et ses pannes. Un parc bien
                connu dure plus longtemps : vous faites jouer les garanties, repérez les réserves oubliées et passez un poste d’un service
                à l’autre avant d’en acheter un. Mettez la fiche à jour à chaque mouvement, sinon l’inventaire se dégrade vite. Tenez
                compte du télétravail et des déplacements.
              en: >-
                Label every device and record in a single tool who uses it, its age, its warranty and its faults. Equipment you know well
                lasts longer: you claim warranties, spot forgotten reserves and pass a computer from one team to another before buying
                one. Update the record at every move, or the inventory soon decays. Take remote work and travel into account.
          - id: f.2
            title:
              fr: "Régler d’avance postes et copieurs pour qu’ils consomment moins"
              en: "Set computers and copiers in advance so that they consume less"
            priority: recommended
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Part des postes réglés à distance par un outil central (%)"
                - "Part des postes réellement éteints la nuit et le week-end (%)"
              en:
                - "Share of computers set remotely by a central tool (%)"
                - "Share of computers actually switched off at night and at weekends (%)"
            link: usage-administration-parametrages/agir-parametrages-par-defaut/
            summary:
              fr: >-
                Réglez une fois pour tous : veille plus rapide, écran noir à la place de l’économiseur, extinction automatique le soir,
                tirages en recto verso lancés au badge. Un bon réglage de départ agit partout sans rien demander à personne. Prévoyez des
                exceptions, par exemple pour les postes de garde ou les outils d’accessibilité. Expliquez le changement : il complète les
                gestes de chacun, il ne les remplace pas.
              en: >-
                Set things once for everyone: faster sleep, a black screen instead of a screensaver, automatic shutdown in the evening,
                two-sided prints released by badge. A good starting setting acts everywhere and asks nothing of anyone. Plan exceptions,
                for instance for on-call computers or accessibility tools. Explain the change: it adds to personal habits, it does not
                replace them.
          - id: f.3
            title:
              fr: "Alléger ce qui circule sur le réseau, à commencer par la vidéo"
              en: "Lighten what travels over the network, starting with video"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
              en:
                - "Digital directorate"
            indicators:
              fr:
                - "Volume téléchargé depuis internet par personne et par mois (Go)"
                - "Volume envoyé chaque mois par les outils web internes (Go)"
              en:
                - "Volume downloaded from the internet per person per month (GB)"
                - "Volume sent each month by internal web tools (GB)"
            link: usage-administration-parametrages/limiter-flux-donnees/
            summary:
              fr: >-
                Mesurez ce qui circule, puis réduisez les plus gros flux : vidéos en définition moyenne d’office, lecture automatique
                coupée, images compressées, copies gardées près des lecteurs. La vidéo occupe la plus grande part du trafic mondial, et
                chaque hausse pousse à agrandir les réseaux. Laissez la caméra à qui en a besoin, par exemple pour lire sur les lèvres :
                conseillez, n’interdisez pas.
              en: >-
                Measure what travels, then cut the largest flows: videos in medium definition from the start, autoplay off, compressed
                images, copies kept close to readers. Video takes the largest part of world traffic, and each rise leads to bigger
                networks. Leave the camera to those who need it, for instance to read lips: advise, do not forbid.
          - id: f.4
            title:
              fr: "Décider quelles données garder, combien de temps et qui y veille"
              en: "Decide which data to keep, for how long and who looks after it"
            priority: priority
            difficulty: hard
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué à la protection des données"
                - "Délégué au numérique responsable"
                - "Responsable archives"
                - "Délégué aux données ouvertes"
              en:
                - "Digital directorate"
                - "Data protection officer"
                - "Responsible digital officer"
                - "Archives manager"
                - "Open data officer"
            indicators:
              fr:
                - "Part des données versées aux archives dans l’année (%)"
                - "Part des données effacées dans l’année (%)"
                - "Part des jeux de données ouverts décrits par un schéma (%)"
                - "Part des jeux de données ouverts accessibles par une interface de programmation (%)"
              en:
                - "Share of data moved to the archives over the year (%)"
                - "Share of data erased over the year (%)"
                - "Share of open data sets described by a schema (%)"
                - "Share of open data sets available through a programming interface (%)"
            link: usage-administration-parametrages/strategie-gestion-donnees/
            summary:
              fr: >-
                Réunissez l’informatique, les archives et la protection des données, puis fixez pour chaque type de donnée une durée, un
                lieu et une issue : archiver, ouvrir ou détruire. Une donnée oubliée occupe des disques et du courant, année après année.
                Commencez par le besoin : ce que vous ne collectez pas, vous n’avez pas à le garder. N’effacez rien sans l’accord des
                archives.
              en: >-
                Bring together IT, archives and data protection, then set for each type of data a duration, a place and an outcome:
                archive, open or destroy. Forgotten data takes up disks and power, year after year. Start with the need: what you do not
                collect, you do not have to keep. Erase nothing without the agreement of the archives.
          - id: f.5
            title:
              fr: "Débarrasser le stockage des doublons et des fichiers sans usage"
              en: "Clear storage of duplicates and unused files"
            priority: recommended
            difficulty: medium
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué à la protection des données"
                - "Responsable archives"
              en:
                - "Digital directorate"
                - "Data protection officer"
                - "Archives manager"
            indicators:
              fr:
                - "Volume de l’ensemble des données gardées (To)"
                - "Volume gardé par personne (Go)"
              en:
                - "Volume of all data kept (TB)"
                - "Volume kept per person (GB)"
            link: usage-administration-parametrages/reduire-volume-donnees-stockees/
            summary:
              fr: >-
                Activez la déduplication et la compression là où le matériel le permet, et refusez sur les serveurs les fichiers étrangers
                au travail. Moins de volume, c’est moins de disques à fabriquer, à alimenter et à refroidir, et des sauvegardes plus
                courtes. Suivez les règles de conservation avant d’effacer : une erreur se rattrape mal. Regardez le total, pas seulement
                la moyenne par personne.
              en: >-
                Turn on deduplication and compression wherever the hardware allows, and refuse files unrelated to work on the servers.
                Less volume means fewer disks to make, power and cool, and shorter backups. Follow the retention rules before erasing: a
                mistake is hard to undo. Look at the total, not only the average per person.
          - id: f.6
            title:
              fr: "Envoyer moins de courriels, plus légers et à moins de monde"
              en: "Send fewer e-mails, lighter and to fewer people"
            priority: recommended
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué au numérique responsable"
                - "Responsable archives"
              en:
                - "Digital directorate"
                - "Responsible digital officer"
                - "Archives manager"
            indicators:
              fr:
                - "Nombre de courriels envoyés par personne en un mois (moyenne)"
                - "Taille moyenne d’un courriel (Ko)"
                - "Espace moyen occupé par boîte aux lettres (Go)"
                - "Plafond d’espace fixé par boîte aux lettres (Go)"
              en:
                - "Number of e-mails sent per person in a month (average)"
                - "Average size of an e-mail (KB)"
                - "Average space taken up per mailbox (GB)"
                - "Space limit set per mailbox (GB)"
            link: usage-administration-parametrages/reduire-impacts-lies-messagerie/
            summary:
              fr: >-
                Choisissez chaque destinataire, écrivez en texte simple et remplacez la pièce jointe par un lien vers un espace commun,
                avec une date d’expiration. Le poids d’un message tient à ce qu’il transporte et au nombre de personnes qui le reçoivent.
                Gardez la signature courte. Offrez un outil interne commode avant de serrer les plafonds, sinon chacun se tourne vers un
                service extérieur.
              en: >-
                Choose each recipient, write in plain text and replace the attachment with a link to a shared space, with an expiry date.
                The weight of a message depends on what it carries and on how many people receive it. Keep the signature short. Offer a
                convenient internal tool before tightening limits, or people will turn to outside services.
          - id: f.7
            title:
              fr: "Partager les imprimantes et n’imprimer que ce qui sera lu"
              en: "Share printers and print only what will be read"
            priority: recommended
            difficulty: easy
            pilots:
              fr:
                - "Direction du numérique"
                - "Délégué au numérique responsable"
              en:
                - "Digital directorate"
                - "Responsible digital officer"
            indicators:
              fr:
                - "Part des imprimantes partagées entre plusieurs personnes (%)"
                - "Part des imprimantes portant un écolabel (%)"
                - "Poids de papier consommé par personne (kg par an)"
                - "Part des imprimantes qui attendent un badge ou un code avant de sortir la page (%)"
              en:
                - "Share of printers shared by several people (%)"
                - "Share of printers carrying an ecolabel (%)"
                - "Weight of paper used per person (kg per year)"
                - "Share of printers that wait for a badge or a code before printing (%)"
            link: usage-administration-parametrages/mettre-en-place-bonnes-pratiques-impression/
            summary:
              fr: >-
                Remplacez les imprimantes individuelles, quand elles lâchent, par quelques appareils communs, reconditionnés si possible.
                Lancez chaque tirage au badge et en recto verso : les pages oubliées sur le bac disparaissent. Achetez du papier certifié
                et confiez les cartouches vides à une structure d’insertion. Dessinez des documents avares d’encre, sans perdre en
                lisibilité ni en accessibilité.
              en: >-
                Replace individual printers, when they fail, with a few shared machines, refurbished where possible. Release every print
                by badge and on two sides: pages forgotten on the tray disappear. Buy certified paper and hand empty cartridges to a work
                integration enterprise. Design documents that use little ink, without losing legibility or accessibility.
          - id: f.8
            title:
              fr: "Consommer moins d’électricité sans acheter de matériel neuf"
              en: "Use less electricity without buying new equipment"
            priority: recommended
            difficulty: easy
            pilots:
              fr:
                - "Direction générale"
                - "Délégué au numérique responsable"
                - "Direction logistique"
              en:
                - "Executive management"
                - "Responsible digital officer"
                - "Logistics department"
            indicators:
              fr:
                - "Électricité économisée (MWh par an)"
                - "Électricité déplacée hors des heures de pointe (MWh par an)"
              en:
                - "Electricity saved (MWh per year)"
                - "Electricity moved away from peak hours (MWh per year)"
            link: usage-administration-parametrages/reduire-consommation-energetique/
            summary:
              fr: >-
                Éteignez ce qui ne sert pas : écrans de hall, seconds écrans, appareils en réserve. Préférez le son à la vidéo quand il
                suffit, et passez les portables sur batterie aux heures de pointe du réseau. N’échangez pas un appareil qui marche contre
                un modèle plus sobre : le fabriquer dépense en général plus d’énergie qu’il n’en épargne. Comptez aussi les salles serveur
                et les logiciels.
              en: >-
                Switch off what is not in use: lobby screens, second screens, devices in reserve. Prefer sound to video when it is enough,
                and run laptops on battery at peak hours for the grid. Do not swap a working device for a more frugal model: making it
                usually takes more energy than it saves. Count server rooms and software as well.
        """#
}
