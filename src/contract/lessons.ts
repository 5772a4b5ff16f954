import { Type } from '@sinclair/typebox'
import {
  learnerStages,
  lessonKinds,
  MAX_DURATION_MS,
  pointerPlaces,
  wizardQuestions,
} from '@/domain/lesson/lesson'
import { CentreParams, CentreShape } from './centres'
import type { Route } from './route'
import { Exact, IdShape, MomentShape, OneOf, PageOf, PageQuery } from './shapes'

/** The four digits by which learners join. */
export const LessonNumberShape = Type.String({ pattern: '^[1-9][0-9]{3}$' })

/** The six digits by which a trainer connects a screen. */
const ScreenCodeShape = Type.String({ pattern: '^[0-9]{6}$' })

/** A duration in ms. */
const DurationShape = Type.Integer({ minimum: 0, maximum: MAX_DURATION_MS })

/** A change that a phone applies once: it is new when `turn` is higher than the last that was applied. */
const TurnShape = Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1 })

const FocusShape = Exact({ question: OneOf(wizardQuestions), turn: TurnShape })

/** The facts of a lesson that all its participants may read. */
export const LessonShape = Exact({
  id: IdShape,
  centre: CentreShape,
  kind: OneOf(lessonKinds),
  /** Absent once the lesson is over. */
  number: Type.Optional(LessonNumberShape),
  startedAt: MomentShape,
  endedAt: Type.Optional(MomentShape),
  isPaused: Type.Boolean(),
  /** Nobody new may join. */
  isLocked: Type.Optional(Type.Boolean()),
  /** The question that the trainer brought everybody to. */
  focus: Type.Optional(FocusShape),
  /** Position in `lessonExamples`. */
  example: Type.Optional(Type.Integer({ minimum: 0 })),
})

/** The facts of a learner that a trainer sees: neither names nor prices, photos or phone numbers. */
export const LearnerShape = Exact({
  id: IdShape,
  /** The number that the learner's phone shows. */
  seat: Type.Integer({ minimum: 1 }),
  stage: OneOf(learnerStages),
  /** The time in ms that the phone had counted at `seenAt`. */
  spent: DurationShape,
  seenAt: MomentShape,
  /** When the learner last answered something. */
  movedAt: MomentShape,
  handAt: Type.Optional(MomentShape),
})

export const BoardShape = Exact({
  lesson: LessonShape,
  learners: Type.Array(LearnerShape),
  /** The server's time, from which screens count on. */
  now: MomentShape,
})

/** The state of a lesson that a learner's phone follows. */
export const AttendanceShape = Exact({
  lesson: LessonShape,
  seat: Type.Integer({ minimum: 1 }),
  isHandUp: Type.Boolean(),
  /** The place on the screen that the trainer points at. */
  pointer: Type.Optional(Exact({ place: OneOf(pointerPlaces), turn: TurnShape })),
})

export const LessonParams = Exact({ lessonId: IdShape })
const LearnerParams = Exact({ ...LessonParams.properties, learnerId: IdShape })

/** The actions of a trainer in a lesson, or for one learner of it. */
const lessonActions = {
  focus: Exact({ id: IdShape, action: Type.Literal('focus'), question: OneOf(wizardQuestions) }),
  point: Exact({
    id: IdShape,
    action: Type.Literal('point'),
    learnerId: IdShape,
    place: OneOf(pointerPlaces),
  }),
  lowerHand: Exact({ id: IdShape, action: Type.Literal('lower-hand'), learnerId: IdShape }),
  remove: Exact({ id: IdShape, action: Type.Literal('remove'), learnerId: IdShape }),
  /** Lets a removed learner join again. */
  readmit: Exact({ id: IdShape, action: Type.Literal('readmit'), learnerId: IdShape }),
  lock: Exact({ id: IdShape, action: Type.Literal('lock') }),
  unlock: Exact({ id: IdShape, action: Type.Literal('unlock') }),
  pause: Exact({ id: IdShape, action: Type.Literal('pause') }),
  resume: Exact({ id: IdShape, action: Type.Literal('resume') }),
  nextExample: Exact({ id: IdShape, action: Type.Literal('next-example') }),
  end: Exact({ id: IdShape, action: Type.Literal('end') }),
}

type ActionShapes = typeof lessonActions
type LessonAction = { [Name in keyof ActionShapes]: ActionShapes[Name]['static'] }[keyof ActionShapes]

/** A union discriminated by `action`, so that validation errors refer to the selected variant only. */
const LessonActionShape = Type.Unsafe<LessonAction>({
  type: 'object',
  required: ['action'],
  discriminator: { propertyName: 'action' },
  oneOf: Object.values(lessonActions),
})

export const lessonRoutes = {
  'PUT /api/centres/:centre/lessons/:lessonId': {
    summary: 'Open a lesson in a centre. The same request again answers the lesson as it is.',
    access: 'trainer',
    params: Exact({ ...CentreParams.properties, lessonId: IdShape }),
    body: Exact({ kind: OneOf(lessonKinds) }),
    reply: LessonShape,
  },
  'GET /api/centres/:centre/lessons': {
    summary:
      "A centre's lessons, newest first: a trainer's own, all of them for its keeper. The county gets no figures of fewer than five people, but for lessons in which it may act.",
    access: 'trainer',
    params: CentreParams,
    query: PageQuery,
    reply: PageOf(
      Exact({
        lesson: LessonShape,
        learners: Type.Integer(),
        /** Absent for the county when fewer than five people attended. */
        opened: Type.Optional(Type.Integer()),
        /** Median time in ms of those who opened a shop. */
        median: Type.Optional(Type.Number()),
        /** True for the one who opened the lesson and for the keeper of its centre, who see its learners. */
        mayAct: Type.Boolean(),
      }),
    ),
  },
  'GET /api/lesson-numbers/:number': {
    summary: 'The lesson that has a number now, for those who are asked whether they want to join.',
    access: 'signed-in',
    params: Exact({ number: LessonNumberShape }),
    reply: LessonShape,
  },
  'GET /api/lessons/:lessonId/board': {
    summary: 'The lesson and all of its learners.',
    access: 'viewer',
    params: LessonParams,
    reply: BoardShape,
  },
  'POST /api/lessons/:lessonId/actions': {
    summary: "A trainer's action; one that was done already, by its id, changes nothing.",
    access: 'teacher',
    params: LessonParams,
    body: LessonActionShape,
    reply: BoardShape,
  },
  'PUT /api/lessons/:lessonId/learners/:learnerId': {
    summary:
      'Join a lesson by its number. Whoever joins again, also from another lesson, is the same learner as before.',
    access: 'signed-in',
    params: LearnerParams,
    body: Exact({ number: LessonNumberShape }),
    reply: Exact({
      learnerId: IdShape,
      /** The turn of my last report, which the next one exceeds. */
      turn: Type.Integer({ minimum: 0 }),
      ...AttendanceShape.properties,
    }),
  },
  'GET /api/lessons/:lessonId/attendance': {
    summary: 'My attendance in a lesson, which my phone follows.',
    access: 'learner',
    params: LessonParams,
    reply: AttendanceShape,
  },
  'PUT /api/lessons/:lessonId/attendance': {
    summary:
      'Report where I am. A report with a lower `turn` than the last is ignored; `opened` needs the shop, which is mine.',
    access: 'learner',
    params: LessonParams,
    body: Exact({
      turn: TurnShape,
      stage: OneOf(learnerStages),
      spent: DurationShape,
      /** The time since my last answer to a question, in ms. */
      still: DurationShape,
      shopId: Type.Optional(IdShape),
    }),
    reply: AttendanceShape,
  },
  'PUT /api/lessons/:lessonId/attendance/hand': {
    summary: 'Raise my hand, or take it down.',
    access: 'learner',
    params: LessonParams,
    body: Exact({ isUp: Type.Boolean() }),
    reply: AttendanceShape,
  },
  'DELETE /api/lessons/:lessonId/attendance': {
    summary: 'Leave a lesson. What I have made stays on my phone.',
    access: 'learner',
    params: LessonParams,
    reply: Exact({ left: Type.Boolean() }),
  },
  'POST /api/lessons/:lessonId/tickets': {
    summary: 'A ticket that opens one socket of this lesson within half a minute.',
    access: 'participant',
    params: LessonParams,
    body: Exact({ id: IdShape }),
    reply: Exact({ ticket: Type.String() }),
  },
  'PUT /api/lesson-screens/:screenId': {
    summary: 'Ask for a code by which a trainer connects this screen with her lesson.',
    access: 'signed-in',
    params: Exact({ screenId: IdShape }),
    reply: Exact({ code: ScreenCodeShape, expiresAt: MomentShape }),
  },
  'GET /api/lesson-screens/:screenId': {
    summary: 'The lesson that my screen is connected with, once it is.',
    access: 'signed-in',
    params: Exact({ screenId: IdShape }),
    reply: Exact({ lessonId: Type.Optional(IdShape) }),
  },
  'POST /api/lessons/:lessonId/screens': {
    summary: 'Connect the screen that shows a code with a lesson.',
    access: 'teacher',
    params: LessonParams,
    body: Exact({ code: ScreenCodeShape }),
    reply: Exact({ connected: Type.Boolean() }),
  },
} as const satisfies Record<string, Route>
