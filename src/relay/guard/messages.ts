/** A finding in words, for cards, dialogues and the command: "Specialist said 14 days, you wrote 10 days". */
import type { MeaningFinding } from '../../core/guard.ts'
import type { Locale } from '../../core/ids.ts'
import { texts } from '../../core/text.ts'

/** Whose words are the source. */
export type Speaker = 'specialist' | 'client' | 'manager'

const en = `
who = { $speaker ->
    [client] The client
    [manager] The manager
   *[specialist] Specialist
}
changed = { $who } said { $source }, you wrote { $final }
missing = { $who } said { $source }: it is missing from your text
added = You wrote { $final }: { $who } did not say it
negation-changed = { $who } said “{ $source }”, you wrote “{ $final }”: a “not” has moved or turned
negation-missing = { $who } said “{ $source }”: your text no longer says no
negation-added = You wrote “{ $final }”: { $who } did not say no to it
commitment-changed = { $who } said “{ $source }”, you promise “{ $final }”
commitment-missing = { $who } promised “{ $source }”: your text does not
commitment-added = You promise “{ $final }”: { $who } did not
modality-changed = { $who } said “{ $source }”, you wrote “{ $final }”: it sounds more, or less, certain
modality-missing = { $who } said “{ $source }”: your text sounds more certain
modality-added = You wrote “{ $final }”: { $who } did not put it so
condition-changed = { $who } set the condition “{ $source }”, you wrote “{ $final }”
condition-missing = { $who } set a condition, “{ $source }”: it is missing from your text
condition-added = You set a condition, “{ $final }”: { $who } did not
question-changed = { $who } asked “{ $source }”, you wrote “{ $final }”
question-missing = { $who } asked “{ $source }”: your text does not ask
question-added = You ask “{ $final }”: { $who } did not
actor-changed = { $who } said “{ $source }”, you wrote “{ $final }”: somebody else does it now
actor-missing = { $who } said “{ $source }”: your text does not say who does it
actor-added = You wrote “{ $final }”: { $who } did not say that they do it
`

const ru = `
who = { $speaker ->
    [client] Клиент
    [manager] Менеджер
   *[specialist] Специалист
}
changed = { $who } сказал { $source }, вы написали { $final }
missing = { $who } сказал { $source }: в вашем тексте этого нет
added = Вы написали { $final }: { $who } этого не говорил
negation-changed = { $who } сказал «{ $source }», вы написали «{ $final }»: отрицание переставлено или снято
negation-missing = { $who } сказал «{ $source }»: в вашем тексте отрицания нет
negation-added = Вы написали «{ $final }»: { $who } этого не отрицал
commitment-changed = { $who } сказал «{ $source }», вы обещаете «{ $final }»
commitment-missing = { $who } обещал «{ $source }»: в вашем тексте обещания нет
commitment-added = Вы обещаете «{ $final }»: { $who } этого не обещал
modality-changed = { $who } сказал «{ $source }», вы написали «{ $final }»: уверенность стала другой
modality-missing = { $who } сказал «{ $source }»: ваш текст звучит увереннее
modality-added = Вы написали «{ $final }»: { $who } так не говорил
condition-changed = { $who } поставил условие «{ $source }», вы написали «{ $final }»
condition-missing = { $who } поставил условие «{ $source }»: в вашем тексте его нет
condition-added = Вы поставили условие «{ $final }»: { $who } его не ставил
question-changed = { $who } спросил «{ $source }», вы написали «{ $final }»
question-missing = { $who } спросил «{ $source }»: в вашем тексте вопроса нет
question-added = Вы спрашиваете «{ $final }»: { $who } этого не спрашивал
actor-changed = { $who } сказал «{ $source }», вы написали «{ $final }»: делает теперь кто-то другой
actor-missing = { $who } сказал «{ $source }»: в вашем тексте не сказано, кто это делает
actor-added = Вы написали «{ $final }»: { $who } не говорил, кто это делает
`

export const SOURCES = { en, ru }
const say = texts(SOURCES)

/** Kinds that need their own words: what changed in them is not seen from the two quotations. */
const OWN_WORDS = new Set(['negation', 'commitment', 'modality', 'condition', 'question', 'actor'])
const LONGEST_QUOTE = 90

/** One line. `speaker`: whose words are the source. */
export function wordsOf(finding: MeaningFinding, locale: Locale, speaker: Speaker): string {
  const id = OWN_WORDS.has(finding.kind) ? `${finding.kind}-${finding.change}` : finding.change
  return say(locale, id, {
    who: say(locale, 'who', { speaker }),
    source: quoted(finding.source?.text ?? ''),
    final: quoted(finding.final?.text ?? ''),
  })
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_QUOTE ? line : `${line.slice(0, LONGEST_QUOTE - 1).toWellFormed()}…`
}
