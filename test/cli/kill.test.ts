import { afterEach, describe, expect, it } from 'vitest'
import { channelOf, chatOf, openCard, People } from '../support/people.ts'
import { Program } from '../support/program.ts'

const ANNA = 'U0ANNA'
let program: Program | undefined
afterEach(() => program?.remove())

/** Milliseconds after an act at which the program is killed: from before it is heard of to after it is done. */
const MOMENTS = [0, 30, 120]

describe('the program itself', () => {
  it('killed with -9 in the middle of a round trip and started again, completes it: nothing lost, nothing doubled', async () => {
    program = await Program.create()
    await program.start()
    const people = new People(program.sandbox)
    const killedAfter = async (ms: number) => {
      await new Promise<void>((resolve) => {
        AbortSignal.timeout(ms).addEventListener('abort', () => resolve())
      })
      await program?.end('SIGKILL')
      await program?.start()
    }

    for (const [round, ms] of MOMENTS.entries()) {
      const asked = `Вопрос ${round}`
      const answered = `Ответ ${round}`
      await people.act('telegram/say', { user: 111, chat: 111, text: asked })
      await killedAfter(ms)
      await approve(people, asked)
      await killedAfter(ms)
      const root = await approvedUntil(people, asked, (view) =>
        channelOf(view, 'C0SEO').find((m) => m.text.includes(asked)),
      )
      await people.act('slack/say', {
        user: 'U0OLEG',
        channel: 'C0SEO',
        threadTs: root.threadTs ?? root.ts,
        text: answered,
      })
      await killedAfter(ms)
      await approve(people, answered)
      await killedAfter(ms)
      await approvedUntil(people, answered, (view) => chatOf(view, 111).some((m) => m.text === answered))
    }

    const view = await people.state()
    for (const round of MOMENTS.keys()) {
      expect(channelOf(view, 'C0SEO').filter((m) => m.text.includes(`Вопрос ${round}`))).toHaveLength(1)
      expect(chatOf(view, 111).filter((m) => m.text === `Ответ ${round}`)).toHaveLength(1)
    }
    expect(await program.end('SIGTERM'), 'it stops in good order').toBe(0)
  }, 600_000)
})

/** Waits for the card with these words and clicks it; a click that was lost is clicked again by `approvedUntil`. */
async function approve(people: People, words: string): Promise<void> {
  const card = await people.until((view) => cardWith(view, words))
  await people.act('slack/click', { user: ANNA, ...card, actionId: 'approve' })
}

/** As a person would: looks, answers the question whether it arrived, and clicks again when the button is still there. */
async function approvedUntil<T>(people: People, words: string, see: Parameters<typeof people.until<T>>[0]): Promise<T> {
  for (let patience = 0; patience < 20; patience++) {
    try {
      return await people.until(see, 6_000)
    } catch (error) {
      const view = await people.state()
      const unsure = buttonWith(view, 'send_again')
      const card = cardWith(view, words)
      if (unsure)
        await people.act('slack/click', { user: ANNA, ...unsure, actionId: see(view) ? 'arrived' : 'send_again' })
      else if (card) await people.act('slack/click', { user: ANNA, ...card, actionId: 'approve' })
      else if (patience === 19) throw error
    }
  }
  throw new Error(`never: ${words}`)
}

type View = Awaited<ReturnType<People['state']>>

function cardWith(view: View, words: string): { channel: string; ts: string } | undefined {
  const card = openCard(view, ANNA)
  const message = card && channelOf(view, card.channel).find((m) => m.ts === card.ts)
  return JSON.stringify(message?.blocks ?? []).includes(words) ? card : undefined
}

function buttonWith(view: View, actionId: string): { channel: string; ts: string } | undefined {
  const direct = view.slack.conversations.find(({ kind, members }) => kind === 'im' && members.includes(ANNA))
  const message = direct?.messages.findLast((m) => JSON.stringify(m.blocks).includes(`"${actionId}"`))
  return direct && message && { channel: direct.id, ts: message.ts }
}
