import { handOver, handOverForm } from './approval/cover/hand-over.ts'
import { loadsFor } from './approval/cover/loads.ts'
import { authorAnswers } from './approval/decide/author-answers.ts'
import type { DecideOptions } from './approval/decide/case.ts'
import { chooseProject } from './approval/decide/choose-project.ts'
import { decide } from './approval/decide/decide.ts'
import { resolveUnsure } from './approval/decide/resolve-unsure.ts'
import { cannedListFor, cannedOne, cannedWords, dropCanned, keepCanned } from './approval/kit/canned.ts'
import { refusalFor, refuse } from './approval/kit/refuse.ts'
import { actOnLead, leadForm } from './approval/leads/act.ts'
import { openLeads } from './approval/leads/list.ts'
import { correctReasons } from './approval/reasons/correct.ts'
import { settle, settleForm } from './approval/reasons/settle.ts'
import { stopApproval } from './approval/rules/stop.ts'
import { asDeliveredFor, historyFor } from './approval/show/history.ts'
import { choicesFor } from './approval/show/marks/choices.ts'
import { queueOf } from './approval/show/queue.ts'
import { typedPreviewFor } from './approval/show/typed.ts'
import { dialogFor, localeOfUser, lookFor, previewFor } from './approval/show/views.ts'
import type { Clock } from './core/clock.ts'
import type { Flow } from './core/flow.ts'
import type { Database, Tx } from './db/client.ts'
import { transaction } from './db/transaction.ts'
import { keepFile } from './files/keep.ts'
import type { FileStore } from './files/store.ts'
import { staffTookBack, staffWrote } from './inbound/by-hand.ts'
import { clientAskedHelp, clientChoseLanguage, clientStarted, membership } from './inbound/client-commands.ts'
import { clientReacted } from './inbound/client-reacted.ts'
import { clientEdited, clientSaid } from './inbound/client-said.ts'
import { storeEvents } from './inbound/events.ts'
import type { Outward } from './inbound/outward.ts'
import { concernOf, teamDeleted, teamEdited, teamSaid } from './inbound/team-said.ts'
import {
  contactForm,
  enterContact,
  inviteToClientsBot,
  undoContact,
  writeContact,
} from './interactions/contacts/by-hand/enter.ts'
import { moveConversation } from './interactions/remote-messages.ts'
import type { Log } from './log.ts'
import { absencesOf, away, back } from './people/absence/commands.ts'
import { setPreferences } from './people/preferences.ts'
import { actOnAlert, alertForm } from './work/alerts/act.ts'
import { callsFor } from './work/clients/calls.ts'
import { findClient, openClient } from './work/clients/card.ts'

export type FlowOptions = {
  readonly database: Database
  readonly clock: Clock
  readonly log: Log
  readonly outward: Outward
  readonly files: FileStore
  readonly decisions: DecideOptions
  readonly answer: Flow['answer']
  /** The link by which somebody comes to the clients' bot with a word; undefined: its platform does not say its name. */
  readonly startLink: (word: string) => Promise<string | undefined>
  /** New events are stored, or something waits to leave. */
  readonly wake: { readonly inbound: () => void; readonly outbox: () => void }
}

/** The port in, made of the steps' commands: each one transaction, then whoever has work now is woken. */
export function createFlow({
  database,
  clock,
  log,
  outward,
  files,
  decisions,
  answer,
  startLink,
  wake,
}: FlowOptions): Flow {
  async function commit<T>(step: (tx: Tx, now: Date) => Promise<T>): Promise<T> {
    const result = await transaction(database, (tx) => step(tx, clock.now()))
    wake.outbox()
    return result
  }
  const said = (step: string, relay: string | undefined) => relay !== undefined && log.info({ step, relay }, step)
  return {
    receive: async (events) => {
      await storeEvents(database, events, clock.now())
      wake.inbound()
    },
    answer,
    keepFile: (file) => keepFile(database, files, file, clock.now()),
    clientSaid: async (given) =>
      void said('client said', await commit((tx, now) => clientSaid(tx, given, outward, now))),
    clientEdited: (given) => commit((tx, now) => clientEdited(tx, given, outward, now)),
    clientReacted: (given) => commit((tx) => clientReacted(tx, given, outward)),
    clientStarted: (given) => commit((tx, now) => clientStarted(tx, given, outward, now)),
    clientAskedHelp: (given) => commit((tx) => clientAskedHelp(tx, given, outward)),
    clientChoseLanguage: (given) => commit((tx) => clientChoseLanguage(tx, given, outward)),
    membership: (given) => commit((tx, now) => membership(tx, given, outward, now)),
    moved: (from, to) => commit((tx) => moveConversation(tx, from, to)),
    concern: (message) => concernOf(database.prisma, message, outward),
    teamSaid: async (given) => {
      const { result, relayId } = await commit((tx, now) => teamSaid(tx, given, outward, now))
      said('team said', relayId)
      return result
    },
    teamEdited: (given) => commit((tx, now) => teamEdited(tx, given, outward, now)),
    teamDeleted: (given) => commit((tx, now) => teamDeleted(tx, given, outward, now)),
    decide: async (given) => {
      const verdict = await commit((tx, now) => decide(tx, given, decisions, now))
      log.info({ step: 'decision', relay: given.relay, act: given.act.kind, verdict: verdict.kind }, 'decision')
      return verdict
    },
    dialog: (relay, act, by) => dialogFor(database.prisma, relay, act, by),
    preview: (relay, by) => previewFor(database.prisma, relay, by, decisions),
    previewTyped: (typing) => typedPreviewFor(database.prisma, typing, decisions),
    look: (relay, by) => lookFor(database.prisma, relay, by),
    choices: (relay, by) => choicesFor(database.prisma, relay, by, decisions, clock.now()),
    authorAnswers: (given) => commit((tx, now) => authorAnswers(tx, given, decisions, now)),
    history: (relay, by) => historyFor(database.prisma, relay, by),
    asDelivered: (message, by) => commit((tx) => asDeliveredFor(tx, message, by)),
    refusal: (relay, choice, by) => refusalFor(database.prisma, relay, choice, by, clock.now()),
    refuse: (given) => commit((tx, now) => refuse(tx, given, decisions, now)),
    canned: (by, asked) => cannedListFor(database.prisma, by, clock.now(), asked),
    cannedOne: (by, id) => cannedOne(database.prisma, by, id),
    cannedWords: (given) => commit((tx, now) => cannedWords(tx, given, now)),
    saveCanned: (given) => commit((tx) => keepCanned(tx, given)),
    retireCanned: (given) => commit((tx) => dropCanned(tx, given)),
    chooseProject: (given) => commit((tx, now) => chooseProject(tx, given, decisions, now)),
    resolveUnsure: (given) => commit((tx, now) => resolveUnsure(tx, given, decisions, now)),
    stopApproval: (given) => commit((tx, now) => stopApproval(tx, given, decisions, now)),
    queue: (by, page = 0) => queueOf(database.prisma, by, page),
    cover: {
      away: (given) => commit((tx, now) => away(tx, given, now)),
      back: (given) => commit((tx, now) => back(tx, given, now)),
      absences: (by) => absencesOf(database.prisma, by),
      loads: (by) => loadsFor(database.prisma, by),
      handOverForm: (relay, by) => commit((tx, now) => handOverForm(tx, relay, by, now)),
      handOver: (given) => commit((tx, now) => handOver(tx, given, decisions, now)),
    },
    leads: {
      act: async (given) => {
        const verdict = await commit((tx, now) => actOnLead(tx, given, decisions, now))
        log.info({ step: 'lead', client: given.client, act: given.act.kind, verdict: verdict.kind }, 'lead')
        return verdict
      },
      form: (client, by) => leadForm(database.prisma, client, by),
      list: (by) => openLeads(database.prisma, by, clock.now()),
    },
    alerts: {
      act: async (given) => {
        const verdict = await commit((tx, now) => actOnAlert(tx, given, decisions, now))
        log.info({ step: 'alert', alert: given.alert, act: given.act.kind, verdict: verdict.kind }, 'alert')
        return verdict
      },
      form: (alert, by) => alertForm(database.prisma, alert, by),
    },
    contacts: {
      write: (given) => commit((tx, now) => writeContact(tx, given, now)),
      form: (given) => contactForm(database.prisma, given, clock.now()),
      log: (given) => commit((tx, now) => enterContact(tx, given, now)),
      takeBack: (given) => commit((tx, now) => undoContact(tx, given, now)),
      invite: async (by) => {
        const invited = await commit((tx, now) => inviteToClientsBot(tx, by, now))
        return invited.kind === 'refused' ? invited : { ...invited, link: await startLink(invited.word) }
      },
      writeThere: (given) => commit((tx, now) => staffWrote(tx, given, outward, now)),
      takeBackThere: (given) => commit((tx, now) => staffTookBack(tx, given, outward, now)),
    },
    clients: {
      find: (name, by) => findClient(database.prisma, name, by, clock.now()),
      open: (id, by) => openClient(database.prisma, id, by, clock.now()),
      calls: (by) => callsFor(database.prisma, by, clock.now()),
    },
    reasons: {
      correct: (given) => commit((tx, now) => correctReasons(tx, given, decisions, now)),
      settleForm: (relay, by) => settleForm(database.prisma, relay, by),
      settle: (given) => commit((tx, now) => settle(tx, given, decisions, now)),
    },
    preferences: (by, change) => commit((tx) => setPreferences(tx, by, change)),
    localeOf: (user) => localeOfUser(database.prisma, user),
  }
}
