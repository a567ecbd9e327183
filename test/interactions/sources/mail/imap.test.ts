import { describe, expect, it } from 'vitest'
import { mailboxName, mailboxPlace } from '../../../../src/core/source.ts'
import { BEGINNING, nextOf, positionIn } from '../../../../src/interactions/sources/mail/imap/cursor.ts'

describe('the address of a mailbox', () => {
  it('has what there is to it', () => {
    expect(mailboxPlace('imaps://bcc%40agency.example:p%2Fw@imap.example.com/%D0%9A%D0%BE%D0%BF%D0%B8%D0%B8')).toEqual({
      host: 'imap.example.com',
      port: 993,
      secure: true,
      user: 'bcc@agency.example',
      password: 'p/w',
      folder: 'Копии',
    })
    expect(mailboxPlace('imap://u:p@h:1143')).toMatchObject({ port: 1143, secure: false, folder: 'INBOX' })
  })

  it('is told by its name without the password', () => {
    const place = mailboxPlace('imaps://u:secret@h/Box')
    expect(place && mailboxName(place)).toBe('imap:u@h/Box')
  })

  it.each([
    '',
    'imap.example.com',
    'https://u:p@h',
    'imaps://h/INBOX',
    'imaps://u@h',
    'imaps://u:p@',
    'imaps://u:%ff@h',
  ])('is none: %j', (written) => expect(mailboxPlace(written)).toBeUndefined())
})

describe('how far a mailbox has been read', () => {
  it('counts for one mailbox: one made anew is read from its beginning', () => {
    expect(positionIn('7', { uidValidity: '7', uid: 40 })).toEqual({ uidValidity: '7', uid: 40 })
    expect(positionIn('8', { uidValidity: '7', uid: 40 })).toEqual({ uidValidity: '8', uid: 0 })
    expect(positionIn('7', BEGINNING)).toEqual({ uidValidity: '7', uid: 0 })
  })

  it('says what comes next, the oldest first, and never what was read', () => {
    expect(nextOf([9, 7, 8], { uidValidity: '7', uid: 7 }, 10)).toEqual([8, 9])
    expect(nextOf([7], { uidValidity: '7', uid: 7 }, 10), 'n:* names the last, however old').toEqual([])
    expect(nextOf([3, 2, 1], { uidValidity: '7', uid: 0 }, 2)).toEqual([1, 2])
  })
})
