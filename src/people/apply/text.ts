import { texts } from '../../core/text.ts'

const en = `
nothing-to-change = Nothing to change: the agency is as the file says.
nothing = nothing
ended = not in the file: switched off, its history stays
export-head =
    The agency as Liaison knows it. Change it and run: npx liaison apply { $file }
    With --dry-run it only says what would change. What you take out is switched off, never deleted.
`

const ru = `
nothing-to-change = Менять нечего: всё так, как в файле.
nothing = пусто
ended = нет в файле: отключается, история остаётся
export-head =
    Агентство, каким его знает Liaison. Измените файл и выполните: npx liaison apply { $file }
    С --dry-run он только покажет, что изменится. То, что вы уберёте, отключается, но не удаляется.
`

export const SOURCES = { en, ru }
export const say = texts(SOURCES)
