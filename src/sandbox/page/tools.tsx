import { Badge, Button, Drawer, Group, NumberInput, Select, Stack, Table, Text, TextInput, Title } from '@mantine/core'
import { useState } from 'react'
import type { Fault } from '../kernel.ts'
import type { SandboxView } from '../view.ts'
import { remove } from './api.ts'
import { useWords } from './text.ts'
import { useAct } from './use-sandbox.ts'

const KINDS = {
  'cut-after': { kind: 'cut', when: 'after' },
  'cut-before': { kind: 'cut', when: 'before' },
  'rate-limit': { kind: 'rate-limit', retryAfter: 5 },
  status: { kind: 'status', status: 500 },
  delay: { kind: 'delay', ms: 3_000 },
} as const satisfies Record<string, Fault['do']>
type Kind = keyof typeof KINDS

const USUAL_METHOD = { telegram: 'sendMessage', slack: 'chat.postMessage' } as const

/** What an engineer wants to see and to break. */
export function Tools({ faults, calls }: Pick<SandboxView, 'faults' | 'calls'>) {
  const words = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpen(true)} data-testid="tools">
        {words('tools')}
        {faults.length > 0 && (
          <Badge ml={6} size="sm" color="orange">
            {faults.length}
          </Badge>
        )}
      </Button>
      <Drawer
        opened={open}
        onClose={() => setOpen(false)}
        position="right"
        size="lg"
        title={words('tools')}
        closeButtonProps={{ 'aria-label': words('close') }}
      >
        <Stack>
          <Faults faults={faults} />
          <Calls calls={calls} />
        </Stack>
      </Drawer>
    </>
  )
}

function Faults({ faults }: Pick<SandboxView, 'faults'>) {
  const words = useWords()
  const act = useAct()
  const [platform, setPlatform] = useState<'telegram' | 'slack'>('telegram')
  const [method, setMethod] = useState<string>(USUAL_METHOD.telegram)
  const [kind, setKind] = useState<Kind>('cut-after')
  const [times, setTimes] = useState<number | string>(1)
  const choose = (chosen: 'telegram' | 'slack') => {
    setPlatform(chosen)
    setMethod(USUAL_METHOD[chosen])
  }
  const add = () =>
    act('faults', { platform, method, do: KINDS[kind], ...(typeof times === 'number' ? { times } : {}) })
  return (
    <section>
      <Title order={2} size="h5">
        {words('faults')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {words('faults-about')}
      </Text>
      <Group align="end" gap="xs">
        <Select
          label={words('platform')}
          data={[
            { value: 'telegram', label: 'Telegram' },
            { value: 'slack', label: 'Slack' },
          ]}
          value={platform}
          allowDeselect={false}
          onChange={(value) => choose(value === 'slack' ? 'slack' : 'telegram')}
          w={120}
        />
        <TextInput
          label={words('method')}
          value={method}
          onChange={(event) => setMethod(event.currentTarget.value)}
          w={170}
        />
        <Select
          label={words('kind')}
          data={(Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: words(`kind-${value}`) }))}
          value={kind}
          allowDeselect={false}
          onChange={(value) => setKind((value as Kind | null) ?? 'cut-after')}
          w={260}
        />
        <NumberInput
          label={words('times')}
          placeholder={words('always')}
          value={times}
          onChange={setTimes}
          min={1}
          max={1000}
          w={90}
        />
        <Button onClick={() => void add()}>{words('add')}</Button>
      </Group>
      {faults.length === 0 && (
        <Text size="sm" mt="xs">
          {words('no-faults')}
        </Text>
      )}
      {faults.map((fault) => (
        <Group key={fault.id} gap="xs" mt="xs">
          <Badge color="orange">{fault.platform}</Badge>
          <code>{fault.method}</code>
          <Text size="sm">
            {fault.do.kind === 'cut' ? words(`kind-cut-${fault.do.when}`) : fault.do.kind} ×{' '}
            {fault.left === 'always' ? words('always') : fault.left}
          </Text>
          <Button size="compact-xs" variant="subtle" onClick={() => void remove(`faults/${fault.id}`)}>
            {words('remove')}
          </Button>
        </Group>
      ))}
    </section>
  )
}

function Calls({ calls }: Pick<SandboxView, 'calls'>) {
  const words = useWords()
  return (
    <section>
      <Title order={2} size="h5">
        {words('calls')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {words('calls-about')}
      </Text>
      <Table withRowBorders={false} verticalSpacing={2} fz="xs">
        <Table.Tbody>
          {calls.toReversed().map((call, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: calls have no id and only ever move down
            <Table.Tr key={`${call.at}-${i}`}>
              <Table.Td>{new Date(call.at).toLocaleTimeString()}</Table.Td>
              <Table.Td>{call.platform}</Table.Td>
              <Table.Td>
                <code>{call.method}</code>
              </Table.Td>
              <Table.Td c={call.ok ? 'teal' : 'red'}>{call.ok ? 'ok' : (call.error ?? call.status)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
