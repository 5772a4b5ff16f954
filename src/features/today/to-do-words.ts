import { dayOf } from '@/domain/day'
import { documentNames } from '@/locales/parts/document-names'
import { todayWords as words } from '@/locales/shop/today'
import { dayAndYearWords, momentWords } from '@/locales/time'
import type { ToDo, Today } from './to-do'

export interface ToDoWords {
  title: string
  text: string
  /** The text is a deadline. */
  isDeadline?: boolean
  do: string
  /** The button's words while it is done. */
  busy?: string
}

interface ToDoFacts {
  today: Today
  practiceUntil: number | undefined
  now: number
}

/** The words of a to-do whose title is a number. */
const counted = (what: { title(count: number): string; text: string; do: string }, count = 0): ToDoWords => ({
  ...what,
  title: what.title(count),
})

/** Says until when to answer, where silence decides. */
const untilAnswered = (what: ToDoWords, { answerBy }: Today, now: number): ToDoWords =>
  answerBy === undefined ? what : { ...what, text: words.answerBy(answerBy, now), isDeadline: true }

export const wordsByToDo: Record<ToDo, (facts: ToDoFacts) => ToDoWords> = {
  'paper-card': ({ today, now }) => ({
    ...words.paperCard.requested,
    text: words.paperCard.requested.text(momentWords(today.paperCard?.dueAt ?? now, now)),
    isDeadline: true,
  }),
  blocked: ({ today }) => ({ ...words.blocked, text: words.blocked.text(today.blockedReason) }),
  'hidden-parts': ({ today }) => counted(words.hiddenParts, today.hiddenParts),
  message: ({ today }) => ({ ...words.message, text: today.message?.text ?? '' }),
  'shop-closed': () => words.shopClosed,
  practice: ({ practiceUntil = 0, now }) => ({
    ...words.practice,
    text: words.practice.text(dayOf(practiceUntil), now),
  }),
  refunds: ({ today, now }) => untilAnswered(counted(words.refunds, today.openRefunds), today, now),
  'cancel-requests': ({ today, now }) =>
    untilAnswered(counted(words.cancelRequests, today.cancelRequests), today, now),
  'change-requests': ({ today }) => counted(words.changeRequests, today.changeRequests?.count),
  'failed-refunds': ({ today }) => counted(words.failedRefunds, today.failedRefunds?.count),
  'refused-refunds': ({ today }) => counted(words.refusedRefunds, today.refusedRefunds?.count),
  'failed-payout': () => words.failedPayout,
  application: ({ today }) => words.application[today.application ?? 'signing'],
  waiting: ({ today: { waiting, expiring, oldestWaiting }, now }) => ({
    title: words.waiting.title(waiting),
    do: words.waiting.do,
    ...(expiring
      ? { text: words.waiting.expiring(expiring.count, expiring.first, now), isDeadline: true }
      : { text: words.waiting.text(oldestWaiting ?? now, now) }),
  }),
  accepted: ({ today }) => counted(words.accepted, today.accepted),
  'missing-waybills': ({ today }) => counted(words.missingWaybills, today.missingWaybills?.count),
  underway: ({ today }) => counted(words.underway, today.underway),
  expired: ({ today }) => counted(words.expired, today.expired),
  documents: ({ today: { documents = [] }, now }) => ({
    ...words.documents,
    title: words.documents.title(
      documents.map(({ kind }) => documentNames[kind]),
      dayAndYearWords(dayOf(documents[0]?.effectiveAt ?? now), now),
    ),
  }),
  'own-app': ({ today: { ownApp } }) => ({
    ...words.ownApp,
    text: ownApp?.state === 'refused' ? words.ownApp.refused : words.ownApp.text,
  }),
  'locked-card': ({ today, now }) => ({
    ...words.paperCard.locked,
    text: words.paperCard.locked.text(momentWords(today.paperCard?.lockedUntil ?? now, now)),
  }),
  'low-stock': ({ today: { lowStock, soldOut = 0 } }) => ({
    ...words.lowStock,
    title: words.lowStock.title(lowStock - soldOut, soldOut),
  }),
  'no-products': () => words.noProducts,
}
