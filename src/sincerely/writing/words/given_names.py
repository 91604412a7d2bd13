"""First names, so that an address such as ``dana@`` may be greeted by one, and ``mdelacroix@`` is not."""

from __future__ import annotations

GIVEN = frozenset(
    """
    aaron abby abdul abigail adam adele adrian agnes ahmed aidan aisha akira alan albert alex alexander alexandra alexis
    alfred ali alice alicia alina alison amanda amara amber amelia amina amir amit amy ana anders andre andrea andreas
    andrew andy angela angelo anil anita anja anjali ann anna anne annette annika anthony antje antoine anton antonia
    antonio anya april arjun armin arne arthur asha ashley astrid audrey aylin ayse barbara bart bastian beate beatrice
    bella ben benedikt benjamin bernard bernd beth bethany betty bianca bill birgit bjorn bob bogdan boris brad brandon
    brenda brian bridget britta bruce bruno bryan caitlin callum camila carla carlos carmen carol carolin carolina
    caroline carsten casey cathy cecilia celine charles charlie charlotte chen chiara chloe chris christa christian
    christiane christina christine christoph christopher cindy claire clara clare claudia claus clemens cleo colin
    connor constanze cora corinna craig cristina cynthia daisy damian dan dana daniel daniela danielle danny dave david
    dawn dean debbie deborah deepak denis denise dennis derek diana diane dick diego dieter dimitri dirk dominic dominik
    don donald donna doris dorothea dorothy doug douglas dylan eddie edgar edith eduardo edward eileen elena eleanor eli
    elias elif elisa elisabeth elise elizabeth ella elke ellen elliot eloise elsa emanuel emily emir emma enrico eric
    erica erik erin ernst erwin esra esteban esther ethan eugene eva evan eve evelyn fabian farah fatima felicity felix
    fernando finn fiona florence florian frances francesca francis francisco frank franz frauke fred frederik freya
    friedrich gabriel gabriela gary gavin gemma george georgia georg gerald gerd gerhard gianna gina giulia gloria
    gordon grace graham greg gregor gregory greta guido guy guillaume gunther gustav hamza hana hanna hannah hannes hans
    harald harold harry hassan heather hector heidi heike heiko heinrich heinz helen helena helene helga helmut hendrik
    henning henri henrik henry herbert hilary holger holly hugh hugo ian ibrahim ida igor ilse imogen ines inga inge
    ingo ingrid irene irina iris isaac isabel isabella isabelle ivan ivy jack jackie jacob jacqueline jade jake jakob
    james jamie jan jana jane janet janina janine jasmin jasmine jason javier jay jean jeanette jeff jeffrey jen jenna
    jennifer jenny jens jeremy jerome jerry jesse jessica jill jim jimmy jo joachim joan joanna jochen joe joel johan
    johann johanna johannes john jon jonas jonathan jorge jose josef joseph josephine josh joshua joyce juan judith
    judy jule julia julian juliane julie juliet june jung jurgen justin jutta kai kamal kara karen karim karin karl
    karla karsten kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kay keith kelly ken kenji
    kenneth kerstin kevin khalid kiara kim kira kirsten kirsty klara klaus konrad konstantin kristin kristina kumar
    kurt kyle lara larry lars laura lauren laurie lea leah lee leila len lena leo leon leonard leonie leslie lewis liam
    lien lilian lily lin lina linda lisa liz lizzie logan lola lorenzo lorna lothar lou louis louise luca lucas lucia
    lucy luis luisa lukas luke lutz lydia lynn madeleine mads magda magnus maike malik malte mandy manfred manuel
    manuela marc marcel marco marcus mareike margaret margarete marguerite maria marian marianne marie marina mario
    marion marisa marius mark markus marlene marta martha martin martina mary mateo mathias mathilda matt matteo
    matthew matthias maureen maurice max maxim maximilian maya meera megan mehmet mei melanie melissa mia michael
    michaela michel michelle miguel mika mike mila milan milena ming mira miranda miriam mohamed mohammed moira molly
    mona monica monika monique moritz morten muhammad murat mustafa nadia nadine nadja naomi natalia natalie natasha
    nathalie nathan neha neil nell nia nicholas nick nicki nico nicola nicolas nicole niels nikhil nikita niklas nikola
    nils nina noah noel noor nora norbert norma oleg olga oliver olivia ola olaf omar orla oscar oskar otto owen pablo
    pamela paolo pascal pat patricia patrick paul paula pauline pedro peggy penelope penny pete peter petra phil philip
    philipp philippa phoebe pia pierre piotr poppy priya quentin rachel rafael rahul rainer raj rajesh ralf ralph ramon
    raphael rashid ravi ray raymond rebecca regina reinhard renate rene rhys ricardo richard rick rita rob robert
    roberta roberto robin rodney roger roland rolf roman ronald rosa rosalind rose rosie ross rowan roy ruben rudolf
    rupert russell ruth ryan sabine sabrina sadie said sally sam samantha samir samuel sandra sandy sanjay santiago
    sara sarah sascha saskia scott sean sebastian selina selma serena sergei sergio shane shannon sharon sheila shirley
    sibylle sigrid silke silvia simon simone sina sofia sofie soren sonia sonja sophia sophie stacey stan stefan stefanie
    stella stephan stephanie stephen steve steven stuart sue sunil susan susanne suzanne sven svenja svetlana sybille
    sylvia tamara tanja tanya tara tariq tatjana ted teresa terry tess tessa thea theo theodor theresa thomas thorsten
    tim timo timothy tina tobias toby todd tom tomas tommy toni tony torben torsten tracy trevor tristan udo ulf uli
    ulrich ulrike umar ursula ute uwe valentina valerie vanessa vera verena veronica veronika vicky victor victoria
    vijay viktor vincent viola virginia vivian volker wade walter wanda wei wendy werner wilhelm will william wolfgang
    xavier yan yannick yasmin yolanda yuki yusuf yvonne zach zahra zara zoe
    adrien agathe alain alban albane alix amandine amelie amélie anaïs anais anouk armand arnaud aude augustin
    aurelie aurélie aurelien aurélien axelle baptiste bastien benedicte bénédicte benoit benoît berenice
    bérénice bertrand brigitte brice camille capucine carole catherine cecile cécile cedric cédric celia célia
    céline chantal charline chloé christelle christophe clarisse claude claudine clement clément clemence
    clémence clotilde colette coralie corentin corinne cyril cyrille damien danièle delphine didier
    dominique dorothée édith edouard édouard élise élisabeth elodie élodie emilie émilie emile émile emmanuel
    emmanuelle éric estelle etienne étienne eugenie eugénie fabien fabienne fabrice faustine floriane
    francois françois francoise françoise frederic frédéric frederique frédérique gaetan gaëtan gael gaël
    gaelle gaëlle genevieve geneviève geoffrey gerard gérard ghislaine gilles gisele gisèle gregoire grégoire
    grégory gwenaelle gwenaëlle hélène henriette herve hervé hugues inès irène jacques jeanne jean-marc jérôme
    joël joelle joëlle joséphine josiane juliette justine karine laetitia laëtitia laurence laurent léo léa
    léonie liliane loic loïc lorraine luc lucie lucien lucile ludivine ludovic mael maël maelle maëlle magali
    margaux margot marielle marjorie marlène martine mathieu mathilde mathis matthieu maud maxime mélanie
    mélissa michele michèle mireille morgane muriel myriam nadege nadège ninon noe noé noemie noémie odette
    odile olivier ophelie ophélie pascale patrice philippe pierrette raphaël raymonde regis régis remi rémi rémy
    renaud rené renée romain romane roxane salome salomé sandrine sebastien sébastien serge severine séverine
    sidonie solange solene solène stephane stéphane stéphanie sylvain sylvie tanguy théo theophile théophile
    therese thérèse thibaud thibault thierry tiphaine ursule valentin valentine valérie veronique véronique
    vianney virginie yann yasmine yves yvette zoé
    """.split()
)
