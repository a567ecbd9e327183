import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { SOURCES } from '../../src/cli/text.ts'
import { idsOf } from '../../src/core/text.ts'
import { Program } from '../support/program.ts'

let program: Program | undefined
afterEach(() => program?.remove())

describe('the command', () => {
  it('says what is wrong with a variable, and stops', async () => {
    program = await Program.create()
    const { code, err } = program.run(['start'], { PORT: 'many', TELEGRAM_BOT_TOKEN: 'secret-nonsense' })
    expect(code).toBe(1)
    expect(err).toContain('PORT: "many" is not a port number')
    expect(err).toContain('TELEGRAM_BOT_TOKEN: what was given is not the token')
    expect(err, 'a secret is not shown').not.toContain('secret-nonsense')
    expect(err, 'nobody needs a stack').not.toContain('    at ')
  })

  it('helps in both languages', async () => {
    program = await Program.create()
    expect(program.run(['--help']).out).toContain('with the')
    expect(program.run(['--help'], { LANG: 'ru_RU.UTF-8' }).out).toContain('аккаунт-менеджер')
    expect(program.run(['--version']).out).toMatch(/^\d+\.\d+\.\d+/)
    expect(program.run(['aply'])).toMatchObject({ code: 1, err: expect.stringContaining('Did you mean apply?') })
    expect(idsOf(SOURCES.ru)).toEqual(idsOf(SOURCES.en))
  })

  it('applies, exports, invites and examines, whether the program runs or not', async () => {
    program = await Program.create()
    const folder = program.env.LIAISON_DATA ?? ''
    const file = join(folder, 'agency.yaml')
    writeFileSync(file, 'agency: { name: Студия }\nclients:\n  - { key: parts, name: Автозапчасти }\n')
    expect(program.run(['apply', file, '--dry-run'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('+ clients parts'),
    })
    expect(program.run(['apply', file])).toMatchObject({ code: 0, out: expect.stringContaining('+ clients parts') })
    expect(program.run(['apply', join(folder, 'none.yaml')])).toMatchObject({
      code: 1,
      err: expect.stringContaining('ENOENT'),
    })

    await program.start()
    expect(program.run(['apply', file]).out).toContain('Nothing to change')
    writeFileSync(file, 'agency: { name: Студия }\nclients:\n  - { key: parts, nme: Автозапчасти }\n')
    expect(program.run(['apply', file])).toMatchObject({
      code: 1,
      err: expect.stringContaining(`${file}:3:19: there is no "nme" here`),
    })
    expect(program.run(['export', file])).toMatchObject({ code: 1, err: expect.stringContaining('--force') })
    expect(program.run(['export', '-']).out).toContain('name: Автозапчасти')
    expect(program.run(['invite', 'parts'])).toMatchObject({
      code: 0,
      out: expect.stringMatching(/https:\/\/t\.me\/liaison_demo_bot\?start=[\w-]{20,}/),
    })
    expect(program.run(['invite', 'nobody'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('Known clients: parts'),
    })
    expect(program.run(['doctor'])).toMatchObject({
      code: 0,
      out: expect.stringContaining('Everything is as it must be.'),
    })
  }, 120_000)

  it('keeps a second program off the same folder, and says which port is taken', async () => {
    program = await Program.create()
    await program.start()
    expect(program.run(['start'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('is in use by another Liaison'),
    })
    const elsewhere = { LIAISON_DATA: join(program.env.LIAISON_DATA ?? '', 'other') }
    expect(program.run(['start'], elsewhere)).toMatchObject({ code: 1, err: expect.stringContaining('SANDBOX_PORT') })
  }, 120_000)
})
