import { texts } from '../../core/text.ts'

const en = `
score = { $status ->
    [provisional] { NUMBER($score, maximumFractionDigits: 0) } of 100, provisional: too little is known yet.
   *[ok] { NUMBER($score, maximumFractionDigits: 0) } of 100.
}
frequency = Contacts come to { $any } of what was agreed, those with the client's own voice to { $client }: { $points } points.
recency = Last contact { $gap ->
    [0] today
    [one] { $gap } business day ago
   *[other] { $gap } business days ago
}, { $spoke ->
    [no] the client has never spoken
   *[yes] the client's own last word { $gapClient ->
        [0] today
        [one] { $gapClient } business day ago
       *[other] { $gapClient } business days ago
    }
}; agreed is { $expectedGap ->
    [one] every business day
   *[other] every { NUMBER($expectedGap, maximumFractionDigits: 1) } business days
}: { $points } points.
rhythm = Gaps between contacts are { $evenness ->
    [even] even
    [bursts] bursts and long silences
   *[uneven] uneven
} (burstiness { NUMBER($burstiness, maximumFractionDigits: 2) }): { $points } points.
initiative = The client starts { $clientStarts } of conversations: { $points } points.
answers = Answered in time: { $slaShare } of what was due{ $known ->
    [no] {""}
   *[yes] , usually within { NUMBER($replyMinutes, maximumFractionDigits: 0) } min of business time
}{ $overdue ->
    [yes] ; a question is overdue now
   *[no] {""}
}: { $points } points.
tone = Praise and approvals weigh { NUMBER($positive, maximumFractionDigits: 1) }, complaints { NUMBER($negative, maximumFractionDigits: 1) }: { $points } points.
not-counted = { $component ->
    [rhythm] Rhythm
    [initiative] Initiative
    [answers] Answers
   *[tone] Tone
}: not counted, because there is no data yet or it is switched off.
trend = { $label ->
    [cooling] Cooling
    [warming] Warming
   *[stable] Stable
}: days with contact: { $last20 } in the last 20 business days, { $prev60 } in the 60 before.
who = { $who ->
    [client] The client's own silence
   *[any] Silence
} of { $gap ->
    [one] { $gap } business day
   *[other] { $gap } business days
}
alert-none = { who } is not unusual for this client.
alert-unknown = { who }: too little is known of this client to say whether that is unusual.
alert-unusual = { who } is { $level ->
    [alarm] very unusual
   *[watch] unusual
} for this client: { $p } of silences would be longer.
alert-breach = { who } is longer than was agreed ({ NUMBER($breachAbove, maximumFractionDigits: 1) } at most).
alert-ahead = Unusual from business day { $watchAt } on, very unusual from { $alarmAt }.
alert-ahead-watch = Very unusual from business day { $alarmAt } on.
`

const ru = `
score = { $status ->
    [provisional] { NUMBER($score, maximumFractionDigits: 0) } из 100, предварительно: известно ещё слишком мало.
   *[ok] { NUMBER($score, maximumFractionDigits: 0) } из 100.
}
frequency = Контакты составляют { $any } от условленного, с голосом самого клиента — { $client }; баллы: { $points }.
recency = Последний контакт { $gap ->
    [0] сегодня
    [one] { $gap } рабочий день назад
    [few] { $gap } рабочих дня назад
   *[other] { $gap } рабочих дней назад
}, { $spoke ->
    [no] сам клиент ещё ни разу не говорил
   *[yes] последнее слово самого клиента { $gapClient ->
        [0] сегодня
        [one] { $gapClient } рабочий день назад
        [few] { $gapClient } рабочих дня назад
       *[other] { $gapClient } рабочих дней назад
    }
}; условлено: раз в { NUMBER($expectedGap, maximumFractionDigits: 1) } раб. дн.; баллы: { $points }.
rhythm = Промежутки между контактами { $evenness ->
    [even] ровные
    [bursts] — всплески и долгие паузы
   *[uneven] неровные
} (коэффициент { NUMBER($burstiness, maximumFractionDigits: 2) }); баллы: { $points }.
initiative = Клиент начинает { $clientStarts } разговоров; баллы: { $points }.
answers = Отвечено вовремя: { $slaShare } из того, что требовало ответа{ $known ->
    [no] {""}
   *[yes] , обычно за { NUMBER($replyMinutes, maximumFractionDigits: 0) } мин рабочего времени
}{ $overdue ->
    [yes] ; один вопрос сейчас просрочен
   *[no] {""}
}; баллы: { $points }.
tone = Похвала и согласования весят { NUMBER($positive, maximumFractionDigits: 1) }, жалобы — { NUMBER($negative, maximumFractionDigits: 1) }; баллы: { $points }.
not-counted = { $component ->
    [rhythm] Ритм
    [initiative] Инициатива
    [answers] Ответы
   *[tone] Тон
}: не учитывается, потому что данных ещё нет или это выключено.
trend = { $label ->
    [cooling] Остывает
    [warming] Теплеет
   *[stable] Ровно
}: дней с контактом { $last20 } за последние 20 рабочих дней, { $prev60 } за 60 до них.
who = { $who ->
    [client] Молчание самого клиента
   *[any] Молчание
} ({ $gap } раб. дн.)
alert-none = { who } — для этого клиента обычное.
alert-unknown = { who }: о клиенте известно ещё слишком мало, чтобы сказать, необычно ли это.
alert-unusual = { who } для этого клиента { $level ->
    [alarm] очень необычно
   *[watch] необычно
}: дольше были бы { $p } пауз.
alert-breach = { who } дольше условленного (не более { NUMBER($breachAbove, maximumFractionDigits: 1) }).
alert-ahead = Необычно с { $watchAt }-го рабочего дня, очень необычно с { $alarmAt }-го.
alert-ahead-watch = Очень необычно с { $alarmAt }-го рабочего дня.
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
