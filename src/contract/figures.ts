import { Type } from '@sinclair/typebox'
import { CentreParams, CentreShape } from './centres'
import type { Route } from './route'
import { DayShape, Exact, FileLinkShape, IdShape, MomentShape } from './shapes'

const CountShape = Type.Integer({ minimum: 0 })

/** Figures of a group of learners. What would describe fewer than five people is absent. */
export const FiguresShape = Exact({
  learners: CountShape,
  /** Further learners, of lessons with fewer than five people: these figures do not count them, as they would be given away. */
  uncounted: Type.Optional(CountShape),
  opened: Type.Optional(CountShape),
  /** Time in ms until the shop was open: of half of them, and of nine of ten. */
  median: Type.Optional(Type.Number()),
  ninetieth: Type.Optional(Type.Number()),
  /** Shops with an order within a week of opening. */
  earlyOrders: Type.Optional(CountShape),
  /** The number of learners who stopped at each question. */
  stops: Type.Optional(
    Exact({ trade: CountShape, product: CountShape, terms: CountShape, look: CountShape }),
  ),
})

export const FiguresReplyShape = Exact({
  total: FiguresShape,
  towns: Type.Array(Exact({ centre: CentreShape, figures: FiguresShape })),
  weeks: Type.Array(Exact({ week: DayShape, figures: FiguresShape })),
  lessons: Type.Array(
    Exact({ id: IdShape, centre: CentreShape, startedAt: MomentShape, figures: FiguresShape }),
  ),
})

export const figureRoutes = {
  'GET /api/centres/:centre/figures': {
    summary:
      "The number of learners who opened shops, how fast, and which got orders: in all, by town, week and lesson, of lessons that ended, over the last year, newest first. A trainer sees her own lessons, a keeper the centre's. Groups of fewer than five people show only their number.",
    access: 'trainer',
    params: CentreParams,
    reply: FiguresReplyShape,
  },
  'POST /api/centres/:centre/figures/sheets': {
    summary: 'A link to the figures as a spreadsheet, for some minutes.',
    access: 'trainer',
    params: CentreParams,
    body: Exact({ id: IdShape }),
    reply: FileLinkShape,
  },
} as const satisfies Record<string, Route>
