/**
 * What binds a client or a firm: to pay, to sign, to order. `said`: that somebody will do it; `spoken`: any word of the
 * matter, in either language. Words as they begin, of one word each.
 */
export type Duty = { readonly said: RegExp; readonly spoken: RegExp }

export const DUTIES: readonly Duty[] = [
  {
    said: /^(?:оплат(?:ит|ят|им)|заплат(?:ит|ят|им)|доплат(?:ит|ят|им)|компенсиру(?:ет|ют|ем)|pay|reimburse|compensate)$/,
    spoken:
      /^(?:о?плат|оплач|заплат|доплат|пла[тч]|предопл|постопл|аванс|счет|деньг|денег|деньж|бабк|рубл|тыс|сум[мк]|бюджет|перевод|перевед|перечисл|компенс|возмест|возмещ|закин|скин|закро|транш|стоим|цен|расход|аренд|pay|paid|payment|invoic|money|cash|fund|budget|settl|transfer|wire|cover|cost|fee|price|deposit|reimburs|compensat|bill|quot|charg|expens|bank|credit|\p{Sc})/u,
  },
  {
    said: /^(?:подпиш(?:ет|ут|ем)|sign)$/,
    spoken:
      /^(?:подпи|договор|контракт|соглашен|акт|допник|допсогл|эдо|диадок|печат|sign|docusign|contract|agreement|nda|paperwork|ink|execut)/,
  },
  {
    said: /^(?:закаж(?:ет|ут|ем)|куп(?:ит|ят|им)|приобрет(?:ет|ут|ем)|purchase|buy)$/,
    spoken:
      /^(?:зака[зж]|куп|покуп|закуп|приобр|возьм|взять|бер[еу]|оформ|оплат|order|buy|bought|purchas|get|take|tak|pick|go)/,
  },
]
