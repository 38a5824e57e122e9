/** Function words by language, and the single letters that an apostrophe leaves (l'eau, women's). */
export const stopWordLists: Record<string, string> = {
  en: `a about above after again all also although am among an and any are as at be because been before being between both but by can
    cannot could did do does doing done during each either etc few for from further had has have having he her here hers him his how i if
    in into is it its itself just let may me might more most much must my neither no nor not of off on once one only or other our ours out
    over own per same shall she should since so some such than that the their theirs them themselves then there these they this those
    through to too under until up upon us very was we were what when where whether which while who whom whose why will with within
    without would yet you your yours s t d ll re ve m o`,
  fr: `a afin ai ainsi apres au aucun aussi autre autres aux avant avec avoir c car ce ceci cela celle celles celui cependant ces cet cette
    ceux chaque chez ci comme comment d dans de depuis des dont du donc elle elles en encore entre est et etaient etait etant ete etre eu eux
    fait font fut furent ici il ils j je jusqu l la laquelle le lequel les lesquelles lesquels leur leurs lors lorsque lui m ma mais me meme
    memes mes moi moins mon n ne ni nos notre nous on ont or ou par parce pas pendant peu peut peuvent plus pour pourquoi puis qu quand que
    quel quelle quelles quelque quelques quels qui quoi s sa sans se selon sera seront ses si sinon soit son sont sous suis sur t ta tandis
    te tel telle telles tels tes toi ton tous tout toute toutes tres tu un une vers voici voila vos votre vous y`,
  es: `a al algo alguna algunas alguno algunos ante antes aquel aquella aquello asi aun aunque bajo bien cada como con contra cual cuales
    cualquier cuando cuanta cuantas cuanto cuantos de del desde donde dos durante e el ella ellas ello ellos en entre era eran es esa esas ese eso esos esta
    estaba estado estan estar estas este esto estos fue fueron ha habia han hasta hay haya he hemos hubo la las le les lo los mas me mi
    mientras mis mucho muchos muy nada ni no nos nosotros nuestra nuestras nuestro nuestros o os otra otras otro otros para pero poco por
    porque pues que quien quienes se sea sean segun ser si sido siendo sin sino sobre son su sus suya suyo tal tambien tan tanto te tener
    tiene tienen toda todas todo todos tras tu tus u un una unas uno unos usted ustedes y ya yo`,
  de: `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf aus bei beim bin bis bist da
    dabei dadurch daher damit dann das dass dazu dein deine dem den denn der des dessen deren dich die dies diese diesem diesen dieser dieses
    dir doch dort du durch ein eine einem einen einer eines einige einigen er es etwa etwas euch euer fur gegen gewesen hab habe haben hat
    hatte hatten hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja je jede jedem jeden jeder jedes jene kann
    kein keine keinem keinen keiner konnen konnte man mein meine mich mir mit muss mussen nach nicht nichts noch nun nur ob oder ohne sehr sein
    seine seinem seinen seiner seit selbst sich sie sind so solche soll sollen sollte sondern sonst sowie uber um und uns unser unsere unter
    viel viele vom von vor wahrend war waren warum was wegen weil weiter welche welchem welchen welcher welches wenn wer werde werden wie
    wieder will wir wird wo wurde wurden zu zum zur zwar zwischen`,
  pt: `a ao aos apenas as ate com como da das de dela dele deles depois do dos e ela elas ele eles em entre era eram essa essas esse esses
    esta estao estas este estes eu foi foram ha isso isto ja la lhe mais mas me mesmo meu minha muito na nao nas nem no nos nossa nosso num
    numa o os ou para pela pelas pelo pelos por porque qual quando que quem se seja sem ser seu seus so sua suas tambem te tem teu um uma umas
    uns voce`,
  it: `a ad agli ai al alla alle allo anche che chi ci cio come con contro cui da dagli dai dal dalla dalle de degli dei del dell della
    delle dello di dove e ed era erano essere fra gli ha hanno i il in io l la le lei li lo loro lui ma mi mia mio ne negli nei nel nella
    nelle no noi non nostra nostro o per perche piu quale quali quando quanto quella quelle quelli quello questa queste questi questo se sei si
    sia sono su sua sue sugli sui sul sulla suo tra tu tutti tutto un una uno vi voi`,
  nl: `aan al alle als altijd bij daar dan dat de der deze die dit doch doen door dus een eens en er ge geen had heb hebben heeft hem
    het hier hij hoe hun iets ik in is ja je kan kon kunnen maar me meer men met mij mijn na naar niet niets nog nu of om omdat onder ons ook
    op over reeds te tegen toch toen tot u uit uw van veel voor want waren was wat werd wezen wie wij wil worden wordt zal ze zelf zich zij
    zijn zo zonder zou`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от меня еще нет о из ему
    когда даже ну ли если уже или ни быть был него до вас уж вам ведь там потом себя ничего ей может они тут где есть надо ней для мы тебя их
    чем была сам чтоб без будто чего раз тоже себе под будет кто этот того потому этого какой ним здесь этом один почти мой тем чтобы нее были
    куда зачем всех можно при об два над больше тот через эти нас про них какая много эту моя этой перед чуть том такой им более всю между`,
  ro: `a ai al ale am ar are as asta asa asupra au avea avut azi ca cand care carei carora catre ce cea ceea cei cel cele celor cu cum da
    daca dar dat de decat deci deja despre desi din dintre doar dupa ea ei el ele era erau este eu exista face fapt fara fata fi fie fiecare
    fiind fost i iar ii il in inainte intr intre isi l la le li lor lui mai mult multe multi mea mei n ne ni nici nimic noi nostru nu o or
    ori orice pana pe pentru peste poate pot prin printre putea s sa sale sau se si sub sunt suntem te toate tot totul tu un una unde unei
    unele unii unor unul va voi vor vreo`,
  tr: `acaba ama ancak aslinda az bana bazi belki ben beni bile bir biri birkac biz bu buna bundan bunlar bunu bunun cok cunku da daha de
    degil diye dolayi eger en fakat gibi gore hangi hangisi hem hep hepsi her hic icin ile ise iste kac kadar karsi kendi ki kim kime kimin
    mi mu nasil ne neden nedir nerede nereye nicin niye o olan olarak oldu oldugu olmak olup ona onlar onlarin onu onun orada oysa pek sanki
    sen sey siz sonra su tum uzere var vardir ve veya ya yani yer yok zaten`,
  ar: `في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين اللذين اللتين ما ماذا لماذا متى أين كيف كم هل هو هي هم هن أنا نحن أنت كان كانت
    كانوا يكون تكون أن إن لأن لكن أو ثم و ف ب ل ك لا لم لن ليس ليست قد كل بعض أي أية بين حتى حول خلال بعد قبل عند منذ فوق تحت غير سوى إذا
    إذ لو حيث كما مما منها منه فيها فيه عليها عليه لها له لهم بها به إليها إليه أيضا فقط هناك هنا عندما بينما وهو وهي ولا ومن وفي وقد وكان
    وكانت والتي والذي كذلك مثل أكثر من`,
  el: `ο η το οι τα του της των τον την τη στο στη στην στον στις στους στα και κι ή να θα με σε από απο για ως προς παρά παρα αντί μετά
    κατά μεταξύ χωρίς δια επί υπό ένας ένα μια μία ενός μιας που πού πως πώς ποιος ποια ποιο ποιοι ποιες ποιον τι ότι οτι όταν όπως όπου αν
    εάν ενώ αλλά όμως ούτε ουτε δεν μη μην είναι ήταν είχε είχαν έχει έχουν έχω εγώ εσύ αυτός αυτή αυτό αυτοί αυτές αυτά αυτού αυτής αυτών
    εκείνος εκείνη εκείνο μου σου μας σας τους τις όλα όλοι όλες κάθε κάποιος κάτι πόσο πόσα πόσοι πολύ πιο επίσης καθώς γιατί διότι λόγω
    τότε εδώ εκεί μόνο σαν`,
  hi: `का के की को में से पर ने है हैं था थी थे हो होता होती होते होना हुआ हुई हुए कि यह ये वह वे इस उस इन उन इसके इसकी इसका उसके उसकी उसका
    उनके उनकी उनका इसे उसे उन्हें उन्होंने जो जिस जिसे जिसके जिन और या भी ही तो तक लिए साथ एक कर करना करने करता करते करती किया किए की गई गया गए
    जा जाता जाती जाते रहा रही रहे क्या कौन कब कहाँ कहां कैसे क्यों कितना कितने कितनी किस किसे किसने किसके किन नहीं न अपने अपनी अपना हम तुम आप मैं
    सकता सकते सकती बाद पहले द्वारा दौरान बीच सभी कुछ कोई बहुत अन्य जब तब लेकिन तथा एवं वाले वाली वाला`,
  vi: `và là của có được các những một cho trong với không này đó để từ khi đã sẽ đang cũng như thì mà bị bởi tại vào ra lên xuống ở trên dưới
    về theo đến tới hay hoặc nhưng nếu vì do nên rằng gì nào ai đâu sao bao nhiêu mấy thế rất nhiều hơn nhất chỉ còn đều lại nữa vẫn mọi mỗi
    từng họ ông bà anh chị em tôi ta chúng nó cái con chiếc bằng giữa sau trước qua việc người`,
  zh: `的 了 是 在 和 与 及 或 也 都 就 而 被 把 对 从 到 为 于 以 由 向 之 其 这 那 这个 那个 这些 那些 有 没有 不 我 你 他 她 它 我们 你们 他们 什么 谁 谁是 哪 哪个
    哪些 哪里 何时 什么时候 为什么 怎么 怎样 如何 多少 几 吗 呢 吧 个 所 着 过 会 能 可以 并 但 但是 因为 所以 如果`,
  ja: `の に は を が と で も へ や から まで より です ます でし まし た て し する した して いる ある この その あの これ それ あれ ここ そこ 何 誰 どこ いつ なぜ どの どう どのように
    いくつ か ます ませ ん など こと もの ため`,
  ko: `그 이 저 것 수 등 및 또는 그리고 그러나 하지만 무엇 무엇을 무엇이 무엇인가 누가 누구 누구를 언제 어디 어디에 어디에서 왜 어떻게 어떤 어느 몇 있는 있다 없는 하는 한 할 된 되는 위해 대한 대해`,
  th: `ที่ และ ของ ใน เป็น ได้ ให้ ไป มา จะ ไม่ มี ว่า ก็ กับ แก่ จาก โดย หรือ ซึ่ง นี้ นั้น เขา เธอ เรา คุณ ฉัน มัน พวก อะไร ใคร เมื่อไร เมื่อไหร่ ที่ไหน ไหน ทำไม อย่างไร ยังไง เท่าไร เท่าไหร่
    กี่ แต่ ถ้า เพราะ จึง แล้ว อยู่ คือ ถูก ด้วย สำหรับ ต่อ ตาม ความ การ`,
};
