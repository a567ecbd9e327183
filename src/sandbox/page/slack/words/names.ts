import { createContext, useContext } from 'react'
import type { SlackView } from '../../../view.ts'

/** How people and channels are called. */
export const SlackContext = createContext<SlackView | undefined>(undefined)

export function useNames() {
  const slack = useContext(SlackContext)
  return {
    user: (id: string) => slack?.users.find((user) => user.id === id)?.realName ?? id,
    channel: (id: string) => slack?.conversations.find((conversation) => conversation.id === id)?.name ?? id,
  }
}

/** A moment in Slack's own notation, `{date_short_pretty} {time}` and the like, as this browser's person reads it. */
export function dateText(unixSeconds: number): string {
  const at = new Date(unixSeconds * 1_000)
  return at.toLocaleString([], { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' })
}
