/** Words behind which a number names a thing instead of counting some. */
const words = (list: string): readonly string[] => list.split(/\s+/)

const RU = words(
  'инн кпп огрн огрнип бик снилс октмо счет счета счету счетом счете заказ заказа заказу заказе заказом договор договора договору ' +
    'договоре договором арт артикул артикула артикулу тикет тикета тикету задача задачи задаче акт акта акту платежка платежки заявка ' +
    'заявки заявку заявке трек накладная накладной накладную допник допника допнику версия версии версию раздел разделе раздела пункт ' +
    'пункта пункте приложение приложении приложения ошибка ошибку ошибки',
)
const EN = words(
  'order orders invoice invoices ticket contract po sku article ref reference issue task version clause section appendix annex ' +
    'paragraph para v ver vat_id item_no no error',
)

export const LABELS: ReadonlySet<string> = new Set([...RU, ...EN])
