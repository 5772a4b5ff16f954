import { Type } from '@sinclair/typebox'
import { contentKinds, contentReasons, type TextPlace, textPlaces } from '@/domain/content'
import { auditActions, MAX_OPERATOR_NOTE_LENGTH } from '@/domain/operator-console'
import { reportReasons } from '@/domain/shop/report'
import type { Route } from './route'
import {
  Exact,
  FenShape,
  IdShape,
  MomentShape,
  OneOf,
  PageOf,
  PageQuery,
  ShopParams,
  SlugShape,
  Words,
} from './shapes'
import { ContentIdShape } from './shop/appeals'
import { OwnAppShape } from './shop/own-apps'

const CountShape = Type.Integer({ minimum: 0 })
const NoteShape = Words(1, MAX_OPERATOR_NOTE_LENGTH)

/** The keyed hash of a network. */
const NetworkShape = Type.String({ pattern: '^[A-Za-z0-9_-]{22}$' })

export const OperatorShape = Exact({ name: Type.String(), until: MomentShape })

/** A shop, as the operator lists it. */
const ListedShopShape = Exact({
  id: IdShape,
  slug: SlugShape,
  name: Type.String(),
  place: Type.Optional(Type.String()),
  phone: Type.Optional(Type.String()),
  openedAt: MomentShape,
  products: CountShape,
  /** Total size of the photos and voices that it uses. */
  bytes: CountShape,
  orders: CountShape,
  lastOrderAt: Type.Optional(MomentShape),
  /** When one of its owners was last here, with the precision of a day. */
  lastSeenAt: Type.Optional(MomentShape),
  blockedAt: Type.Optional(MomentShape),
  closedAt: Type.Optional(MomentShape),
})

const actions = ['block', 'unblock', 'remove', 'new-key', 'transfer', 'grant-payments'] as const

const WaveShape = Exact({
  near: NetworkShape,
  shops: CountShape,
  blocked: CountShape,
  /** Shops that have delivered an order of a later day, which a wave leaves alone. */
  trusted: CountShape,
  firstAt: MomentShape,
  lastAt: MomentShape,
  names: Type.Array(Type.String()),
  /** The change with which some were blocked. */
  blockedBy: Type.Optional(IdShape),
})

const WaveParams = Exact({ near: NetworkShape, waveId: IdShape })

export const operatorRoutes = {
  'POST /api/operator/session': {
    summary:
      'Sign in to the console for twelve hours with the code of a link, which works once. The same account may repeat it.',
    access: 'signed-in',
    body: Exact({ code: Type.String({ pattern: '^[A-Za-z0-9_-]{32}$' }) }),
    reply: OperatorShape,
  },
  'DELETE /api/operator/session': {
    summary: 'Sign out of the console.',
    access: 'operator',
    reply: Exact({ ended: Type.Boolean() }),
  },
  'GET /api/operator': {
    summary: 'The operator, and the numbers of what waits for one.',
    access: 'operator',
    reply: Exact({
      ...OperatorShape.properties,
      waiting: Exact({
        ...{ appeals: CountShape, reports: CountShape, contents: CountShape },
        ...{ money: CountShape, jobs: CountShape },
      }),
    }),
  },
  'GET /api/operator/shops': {
    summary:
      'The shops of the installation, the newest first. `search` is a part of a name, place, slug or phone; `near` the network of a wave. `largest`: the fifty with the largest photos and voices, instead.',
    access: 'operator',
    query: Exact({
      ...PageQuery.properties,
      search: Type.Optional(Words(1, 40)),
      near: Type.Optional(NetworkShape),
      largest: Type.Optional(OneOf(['yes'])),
    }),
    reply: PageOf(ListedShopShape),
  },
  'GET /api/operator/shops/:shopId': {
    summary: 'A shop, and what operators have done with it, the newest first.',
    access: 'operator',
    params: ShopParams,
    reply: Exact({
      shop: ListedShopShape,
      owners: CountShape,
      ownApp: Type.Optional(OwnAppShape),
      actions: Type.Array(
        Exact({
          at: MomentShape,
          action: OneOf(actions),
          reason: Type.Optional(Type.String()),
          ownerReason: Type.Optional(Type.String()),
        }),
      ),
    }),
  },
  'PUT /api/operator/shops/:shopId/block': {
    summary:
      'Block the shop, or end its block. Its owner reads `ownerReason`. The same again changes nothing, and keeps the first reason.',
    access: 'operator',
    params: ShopParams,
    body: Exact({ blocked: Type.Boolean(), reason: NoteShape, ownerReason: Type.Optional(NoteShape) }),
    reply: ListedShopShape,
  },
  'POST /api/operator/shops/:shopId/key': {
    summary:
      'A new key for an owner who lost phone and key; earlier ones end. `check` says how the operator made sure who asks. With `transfer`, all owners lose the shop, and what they issued ends: whoever uses the key owns it alone. The same `id` again answers the same key while it is unused.',
    access: 'operator',
    params: ShopParams,
    body: Exact({ id: IdShape, check: NoteShape, transfer: Type.Optional(Type.Boolean()) }),
    reply: Exact({ key: Type.String() }),
  },
  'POST /api/operator/shops/:shopId/removal': {
    summary:
      'Write the shop and its orders into a folder of the server, then delete them for good. `not-allowed-now` while money of an order is under way, or the owner is changing the shop.',
    access: 'operator',
    params: ShopParams,
    body: Exact({ id: IdShape, reason: NoteShape }),
    reply: Exact({
      /** The files of the export, in the folder of removed shops. */
      files: Type.Array(Type.String()),
    }),
  },
  'GET /api/operator/waves': {
    summary: 'Networks from which ten or more shops were opened within thirty days.',
    access: 'operator',
    reply: Exact({ items: Type.Array(WaveShape) }),
  },
  'PUT /api/operator/waves/:near/blocks/:waveId': {
    summary:
      'Block all shops of the network but those that have delivered an order of a later day than they opened. The same again goes on where it was interrupted; `not-found` when no shop is of the network.',
    access: 'operator',
    params: WaveParams,
    body: Exact({ reason: NoteShape, ownerReason: Type.Optional(NoteShape) }),
    reply: Exact({ shops: CountShape }),
  },
  'DELETE /api/operator/waves/:near/blocks/:waveId': {
    summary: 'Unblock the shops that were blocked with the wave. Shops that were blocked alone stay blocked.',
    access: 'operator',
    params: WaveParams,
    reply: Exact({ shops: CountShape }),
  },
  'GET /api/operator/appeals': {
    summary:
      'Blocked shops whose owners disagree, the first to do so first. Unblocking or a message answers one.',
    access: 'operator',
    reply: Exact({
      items: Type.Array(
        Exact({
          ...{ id: IdShape, slug: SlugShape, name: Type.String(), blockedAt: MomentShape },
          reason: Type.Optional(Type.String()),
          ownerReason: Type.Optional(Type.String()),
          ...{ note: Type.String(), appealedAt: MomentShape },
          /** What an operator answered to the last appeal against this block. */
          answered: Type.Optional(Type.String()),
        }),
      ),
    }),
  },
  'GET /api/operator/reports': {
    summary: 'Shops with unanswered reports, the heaviest first.',
    access: 'operator',
    reply: Exact({
      items: Type.Array(
        Exact({
          ...{
            id: IdShape,
            slug: SlugShape,
            name: Type.String(),
            isBlocked: Type.Boolean(),
            weight: CountShape,
          },
          reports: Type.Array(
            Exact({
              product: Type.Optional(Type.String()),
              reason: OneOf(reportReasons),
              note: Type.Optional(Type.String()),
              reportedAt: MomentShape,
            }),
          ),
        }),
      ),
    }),
  },
  'POST /api/operator/shops/:shopId/reports/answered': {
    summary: 'Mark the reports of the shop as answered; later ones are listed again.',
    access: 'operator',
    params: ShopParams,
    body: Exact({ id: IdShape }),
    reply: Exact({ count: CountShape }),
  },
  'GET /api/operator/contents': {
    summary: 'Texts, photos and voices that wait for a decision: appeals, doubtful ones, unchecked ones.',
    access: 'operator',
    reply: Exact({
      items: Type.Array(
        Exact({
          id: ContentIdShape,
          kind: OneOf(contentKinds),
          why: OneOf(['appeal', 'doubtful', 'unchecked']),
          since: MomentShape,
          text: Type.Optional(Type.String()),
          /** The path of a file, which works for an hour. */
          path: Type.Optional(Type.String()),
          /** Why a check doubts it, or why it is hidden. */
          reason: Type.Optional(OneOf(contentReasons)),
          uses: Type.Array(
            Exact({
              slug: Type.Optional(Type.String()),
              place: Type.Optional(OneOf(Object.keys(textPlaces) as [TextPlace, ...TextPlace[]])),
            }),
          ),
          appeals: Type.Array(Exact({ slug: Type.Optional(Type.String()), note: Type.String() })),
        }),
      ),
    }),
  },
  'PUT /api/operator/contents/:contentId': {
    summary:
      'Show a content to everybody, or hide it. `not-allowed-now` to hide what many shops use without `everywhere`.',
    access: 'operator',
    params: Exact({ contentId: ContentIdShape }),
    body: Exact({ verdict: OneOf(['pass', 'risky']), everywhere: Type.Optional(Type.Boolean()) }),
    reply: Exact({ verdict: OneOf(['pass', 'risky']) }),
  },
  'GET /api/operator/jobs': {
    summary: 'Jobs that have failed too often, and the number of those that are late by ten minutes.',
    access: 'operator',
    reply: Exact({
      late: CountShape,
      failed: Type.Array(
        Exact({
          ...{ id: Type.String(), kind: Type.String(), runAt: MomentShape, attempts: CountShape },
          error: Type.Optional(Type.String()),
        }),
      ),
    }),
  },
  'POST /api/operator/jobs/run': {
    summary: 'Run a failed job again; `not-found` when it runs already.',
    access: 'operator',
    body: Exact({ id: Words(1, 200) }),
    reply: Exact({ runAt: MomentShape }),
  },
  'GET /api/operator/money': {
    summary:
      'Refunds and payouts of the last ninety days that need a person, and days whose statements differ.',
    access: 'operator',
    reply: Exact({
      items: Type.Array(
        Exact({ slug: SlugShape, about: Type.String(), amount: FenShape, trouble: Type.String() }),
      ),
      statements: Type.Array(Exact({ service: Type.String(), day: Type.String(), differences: CountShape })),
    }),
  },
  'GET /api/operator/audit': {
    summary: 'What operators have done, the newest first. `before` is the `next` of the page above.',
    access: 'operator',
    query: Exact({ before: Type.Optional(Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 })) }),
    reply: Exact({
      items: Type.Array(
        Exact({
          ...{ number: CountShape, at: MomentShape, action: OneOf(auditActions), subject: Type.String() },
          /** Absent for the command line. */
          operator: Type.Optional(Type.String()),
          facts: Type.Array(Exact({ name: Type.String(), value: Type.String() })),
        }),
      ),
      next: Type.Optional(CountShape),
    }),
  },
} as const satisfies Record<string, Route>
