/** Runs that fingers or heads make. */
export const keyboardRows = [
  "1234567890",
  "0123456789",
  "abcdefghijklmnopqrstuvwxyz",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "qwertzuiop",
  "yxcvbnm",
  "azertyuiop",
  "qsdfghjklm",
  "wxcvbn",
  "qwertyuiopasdfghjklzxcvbnm",
  "azertyuiopqsdfghjklmwxcvbn",
  "1q2w3e4r5t6y7u8i9o0p",
  "q1w2e3r4t5y6u7i8o9p0",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm",
  "qazwsxedcrfvtgbyhnujmikolp",
  "zaq12wsxcde34rfvbgt5",
  "qweasdzxc",
  "qweasdzxc123",
  "1a2b3c4d5e6f7g8h9i",
  "a1b2c3d4e5f6g7h8i9",
  "147258369",
  "159357",
  "741852963",
];

/** Words of which common passwords are made, in the languages of the interface and of its neighbours. */
export const guessableWords = `
password passwort passwd pass motdepasse contrasena contraseña clave senha parola wachtwoord secret secreto geheim
admin administrator administrador administrateur root user utilisateur usuario guest test testing demo default changeme change
welcome bienvenue bienvenido bienvenida willkommen bonjour hello hallo hola letmein login logon access acceso open please mypassword
system server computer internet network google facebook youtube twitter instagram microsoft windows apple samsung android linux
polylogue city cities ville ciudad mairie municipal municipality mayor council humanrights rights human human-rights
i you me my we the is am are and love loves loved iloveyou iloveu ilove loveyou youloveme iloveme forever always never only
jetaime teamo tequiero amour amor mon mi mio mia mamour monamour miamor tkm bebe baby babygirl babyboy angel angels princess princesa
princesse prince king queen reina reine dragon monkey tiger lion wolf eagle horse dog dogs cat cats kitty puppy bunny rabbit bear panda
butterfly mariposa papillon flower flowers flor fleur rose roses rosa sunflower sunshine sunset summer winter spring autumn verano invierno
monday tuesday wednesday thursday friday saturday sunday lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves
viernes sabado domingo january february march april may june july august september october november december enero febrero marzo abril mayo
junio julio agosto septiembre octubre noviembre diciembre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre
decembre happy birthday christmas navidad noel soleil estrella etoile star stars starwars superstar moon luna lune sky heaven rainbow
chocolate coffee cookie cookies cheese banana orange apple strawberry cherry pepper vanilla ginger honey sugar sweet sweety sweetheart
football soccer basketball baseball hockey tennis volleyball futbol cricket rugby golf chelsea arsenal liverpool manchester united
barcelona realmadrid madrid juventus milan bayern marseille paris london berlin america canada mexico france espana argentina brasil brazil
superman batman spiderman spongebob pokemon pikachu naruto minecraft fortnite roblox playstation nintendo mario gamer hunter killer ninja
master shadow phoenix thunder lightning diamond silver golden gold black white blue red green pink purple yellow orange grey
michael jordan jessica ashley daniel andrew joshua matthew nicole jennifer amanda samantha elizabeth christopher alexander alexandra
jonathan benjamin anthony charlie robert thomas william richard james john david george peter paul mark maria marie mary anna ana laura
sara sarah sophie julia carlos miguel antonio alejandro alejandra fernando francisco gabriel gabriela daniela camila valentina isabella
sebastian santiago nicolas juan jose luis pedro pablo jorge pierre jean jacques michel philippe francois camille chloe manon lucas
jesus jesuschrist christ god dios dieu allah godisgood blessed faith hope family familia famille mother father mama mamma papa mommy daddy
mummy sister brother friend friends bestfriend amigo amiga amis children money dinero argent bitch fuck fuckyou fuckoff shit asshole
whatever nothing something everything freedom liberty libertad liberte justice justicia peace paz paix life vida vie beautiful
gorgeous lovely cool awesome crazy lucky smile friendship music musica dance guitar rock metallica nirvana blink slipknot eminem
trustno one two three four five six seven eight nine ten hundred thousand number qwerty qwertz azerty asdf zxcv abc xyz abcd
harley ferrari porsche mercedes corvette mustang yamaha honda toyota chevrolet computer telephone mobile iphone
unbelievable incredible remember tinkerbell snoopy garfield scooby mickey minnie disney harrypotter hogwarts matrix
correcthorsebatterystaple correct horse battery staple iamthebest thebest number1 imthebest letmeinplease opensesame
company office work team manager boss student teacher school college university ecole escuela universidad maestro
trabajo travail oficina bureau verwaltung stadt gemeinde commune cidade comune
`
  .trim()
  .split(/\s+/);
