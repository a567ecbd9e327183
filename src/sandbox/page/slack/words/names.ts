import { createContext, useContext } from 'react'
import type { Locale } from '../../../../core/ids.ts'
import type { SlackView } from '../../../view.ts'
import { useLocale } from '../../text.ts'

/** The workspace, for whatever needs the names of its people and channels. */
export const SlackContext = createContext<SlackView | undefined>(undefined)

/** How people, channels and moments are called. */
export function useNames() {
  const slack = useContext(SlackContext)
  const locale = useLocale()
  return {
    user: (id: string) => slack?.users.find((user) => user.id === id)?.realName ?? id,
    channel: (id: string) => slack?.conversations.find((conversation) => conversation.id === id)?.name ?? id,
    moment: (unixSeconds: number) => momentText(unixSeconds, locale),
  }
}

/** A moment in Slack's own notation, `{date_short_pretty} {time}` and the like, as the page's reader reads it. */
function momentText(unixSeconds: number, locale: Locale): string {
  const at = new Date(unixSeconds * 1_000)
  return at.toLocaleString(locale, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}
