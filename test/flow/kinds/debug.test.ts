import { it } from 'vitest'
import { Bridge } from '../../support/bridge.ts'
import * as samples from '../../support/samples.ts'
it('debug', async () => {
  const bridge = await Bridge.open()
  const { base64, name } = samples.pdf('Договор № 5.pdf')
  await bridge.act('telegram/document', { user: 111, chat: 111, base64, name, text: 'x' })
  await bridge.settle()
  await bridge.approve()
  console.log(await bridge.database.prisma.outboxItem.findMany({ select: { template: true, status: true, detail: true, reason: true, trace: true, op: true, sentPieces: true } }))
  console.log((await bridge.state()).calls.filter(c => !c.ok))
})
