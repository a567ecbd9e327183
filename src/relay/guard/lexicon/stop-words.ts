/** Words that carry no matter of their own: two clauses are not alike because they share them. */
const words = (list: string): readonly string[] => list.split(/\s+/)

const RU = words(
  'и а но да же ли бы то это этот эта эти этого этой этому этим этом этих тот та те того той тому тем том тех он она оно они его ее их ему ей им ' +
    'ими нем ней них мы нас нам нами вы вас вам вами я меня мне мной наш наша наше наши нашего нашей нашему нашим наших ваш ваша ваше ваши ' +
    'вашего вашей вашему вашим ваших свой своя свое свои своего своей своих в во на с со к ко у о об от до из за по при про для над под перед ' +
    'после через между без кроме что чтобы как так где когда если то или либо ни не нет уже еще все всё всего всех всем всю весь вся сам сама ' +
    'сами есть быть был была было были будет будут буду будем будете можно нужно надо мочь может могут можем могу можете здравствуйте добрый ' +
    'день вечер утро спасибо пожалуйста просим прошу плиз плз привет очень тут там здесь сейчас пока также тоже который которая которое которые ' +
    'которого которой которых раз ну вот лишь только именно из-за поэтому потому так чем больше меньше более менее почему зачем',
)
const EN = words(
  'the a an and or but so if then than that this these those it its he she they them their his her we us our you your i me my is are was ' +
    'were be been being am do does did done have has had will would shall should can could may might must not no to of in on at by for with from ' +
    'as about into over under up down out off again there here when where which who whom what why how all any both each some such only own same ' +
    "too very just also please hello hi hey thanks thank dear let us we'll i'll we're i'm it's you're get got go going gonna ll s t re ve d m pls " +
    "ok okay well now still one ones yet already without don't dont doesn't doesnt didn't didnt isn't isnt aren't arent wasn't wasnt weren't werent won't wont they'll you'll he'll she'll it'll they're he's she's they've you've can't cant cannot couldn't wouldn't shouldn't haven't havent hasn't hasnt hadn't mustn't needn't",
)

export const STOP_WORDS: ReadonlySet<string> = new Set([...RU, ...EN])
