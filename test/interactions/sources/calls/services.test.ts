import { describe, expect, it } from 'vitest'
import { phone } from '../../../../src/interactions/sources/calls/call.ts'
import { SERVICES } from '../../../../src/interactions/sources/calls/services.ts'

const ZONE = 'Europe/Moscow'
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const tell = (service: string, body: string) => SERVICES.get(service)?.(body, ZONE)
const mango = (more: object) =>
  form({
    vpbx_api_key: 'k',
    sign: 's',
    json: JSON.stringify({
      entry_id: 'E1',
      call_direction: 2,
      from: { extension: '101', number: 'sip:anna@office.example' },
      to: { number: '79123456789' },
      line_number: '74951234567',
      create_time: 1_700_000_000,
      talk_time: 1_700_000_010,
      end_time: 1_700_000_070,
      ...more,
    }),
  })
const UIS = {
  notification_name: 'Завершение звонка',
  call_session_id: 998677427,
  direction: 'in',
  contact_phone_number: '79123456789',
  virtual_phone_number: '74951234567',
  notification_time: '2026-11-20 14:41:10.234',
  start_time: '2026-11-20 14:40:47',
  talk_time_duration: 12,
}

describe('what a telephony sends', () => {
  it('is a call of Mango Office: from us, to us, missed, or none', () => {
    expect(tell('mango', mango({}))).toMatchObject({
      call: { id: 'E1', direction: 'out', to: '79123456789', durationSeconds: 60, missed: false },
    })
    expect(tell('mango', mango({ call_direction: 1, talk_time: 0 }))).toMatchObject({
      call: { direction: 'in', durationSeconds: 0, missed: true, startedAt: new Date(1_700_000_000_000) },
    })
    expect(tell('mango', mango({ call_direction: 0 }))).toMatchObject({ kind: 'other' })
    expect(tell('mango', form({ json: '{"call_id":"1","call_state":"Appeared"}' }))).toMatchObject({ kind: 'other' })
    expect(tell('mango', mango({ from: null, line_number: null, to: { number: null } }))).toMatchObject({
      call: { from: '', to: '' },
    })
    expect(tell('mango', mango({ call_direction: 1, from: {} }))).toMatchObject({ call: { from: '' } })
    expect(tell('mango', mango({ create_time: 'x' }))).toMatchObject({ kind: 'wrong', why: /create_time/ })
    expect(tell('mango', 'nonsense')).toMatchObject({ kind: 'wrong' })
  })

  it('is a call of UIS or CoMagic, whose times are the agency’s', () => {
    for (const service of ['uis', 'comagic'])
      expect(tell(service, JSON.stringify(UIS))).toMatchObject({
        call: {
          id: '998677427',
          from: '79123456789',
          to: '74951234567',
          startedAt: new Date('2026-11-20T11:40:47Z'),
          durationSeconds: 12,
          missed: false,
        },
      })
    const out = {
      ...UIS,
      direction: 'out',
      employee_phone_number: '79990000001',
      is_lost: 'true',
      talk_time_duration: 0,
    }
    expect(tell('uis', JSON.stringify(out))).toMatchObject({
      call: { from: '79990000001', to: '79123456789', direction: 'out', missed: true },
    })
    const bare = { ...UIS, employee_phone_number: null, start_time: null, is_lost: null, talk_time_duration: null }
    expect(tell('uis', JSON.stringify(bare)), 'nothing is no word').toMatchObject({
      call: { to: '74951234567', missed: true, startedAt: new Date('2026-11-20T11:41:10.234Z') },
    })
    expect(tell('uis', JSON.stringify({ ...UIS, call_session_id: null }))).toMatchObject({ kind: 'wrong' })
    const late = { ...UIS, start_time: undefined, notification_time: 'soon' }
    expect(tell('uis', JSON.stringify(late))).toMatchObject({ kind: 'wrong' })
  })

  it('is a call of Calltouch once it is over', () => {
    const call = { id: '77', callerphone: '79123456789', phonenumber: '74951234567', timestamp: '1700000000' }
    expect(tell('calltouch', form({ ...call, duration: '65', callphase: 'callcompleted' }))).toMatchObject({
      call: { id: '77', direction: 'in', durationSeconds: 65, missed: false },
    })
    expect(tell('calltouch', form({ ...call, callphase: 'calllost' }))).toMatchObject({ call: { missed: true } })
    expect(tell('calltouch', form({ ...call, callphase: 'callconnected' }))).toMatchObject({ kind: 'other' })
    expect(tell('calltouch', form({ id: '77' }))).toMatchObject({ kind: 'wrong' })
  })

  it('is a call of Zadarma at its end, in and out', () => {
    const call = { event: 'NOTIFY_END', pbx_call_id: 'in_1', call_start: '2026-11-20 10:00:00' }
    const numbers = { caller_id: '+79123456789', called_did: '74951234567' }
    expect(tell('zadarma', form({ ...call, ...numbers, duration: '30', disposition: 'answered' }))).toMatchObject({
      call: { direction: 'in', missed: false, startedAt: new Date('2026-11-20T07:00:00Z') },
    })
    const out = {
      ...call,
      event: 'NOTIFY_OUT_END',
      destination: '79123456789',
      disposition: 'no answer',
      duration: '20',
    }
    expect(tell('zadarma', form(out))).toMatchObject({
      call: { direction: 'out', to: '79123456789', missed: true, durationSeconds: 0 },
    })
    expect(tell('zadarma', form({ ...call, event: 'NOTIFY_START' }))).toMatchObject({ kind: 'other' })
    expect(tell('zadarma', form({ ...call, call_start: 'now' }))).toMatchObject({ kind: 'wrong' })
  })

  it('writes numbers in ways of its own', () => {
    for (const written of [
      '79123456789',
      '89123456789',
      '+7 912 345-67-89',
      '8 912 345 67 89',
      'sip:79123456789@host.example',
    ])
      expect(phone(written)?.value, written).toBe('+79123456789')
    expect(phone('00491711234567')?.value).toBe('+491711234567')
    expect(phone('sip:anna@office.example')).toBeUndefined()
    expect(phone('101')).toBeUndefined()
    expect(phone('')).toBeUndefined()
  })

  it('is no call without an id of its own: two would be taken for one', () => {
    const call = { id: 7, from: '1', to: '2', startedAt: '2026-11-20T10:00:00Z' }
    expect(tell('generic', JSON.stringify(call))).toMatchObject({ call: { id: '7' } })
    for (const id of [null, undefined, {}, true, ''])
      expect(tell('generic', JSON.stringify({ ...call, id })), String(id)).toMatchObject({
        kind: 'wrong',
        why: /^id: /,
      })
    expect(tell('generic', 'nonsense')).toMatchObject({ kind: 'wrong', why: /^body: / })
  })

  it('never repeats what was given in an error: it may be somebody’s number', () => {
    const told = tell('calltouch', form({ id: '77', callerphone: '7'.repeat(80), timestamp: '79123456789x' }))
    expect(JSON.stringify(told)).not.toContain('7912')
    expect(told).toMatchObject({ kind: 'wrong' })
  })
})
