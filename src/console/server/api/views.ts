import type { Locale } from '../../../core/ids.ts'
import type { ScoreOf, ScorePage } from '../../../score/store/views.ts'
import type { FigureName, Scope } from '../../../work/figures/asked.ts'
import type { Report } from '../../../work/figures/report.ts'
import type { Opened, Page } from '../../../work/figures/rows.ts'

/** What is shown, with the database behind it; those of figures throw InputError for what a person can put right. */
export type Views = {
  readonly clients: (asked: Page & { readonly manager?: string | undefined }) => Promise<ScorePage>
  readonly score: (client: string, locale: Locale) => Promise<ScoreOf | undefined>
  readonly figures: (scope: Scope, locale: Locale) => Promise<Report>
  readonly rows: (
    asked: Scope & { readonly figure: FigureName; readonly page: Page },
    locale: Locale,
  ) => Promise<Opened>
}
