import type { PointerPlace, WizardQuestion } from '@/domain/lesson/lesson'
import { centreWords } from '@/locales/lesson/centre'
import { boardWords, lessonConsoleWords } from '@/locales/lesson/lesson'
import { lessonJoinWords } from '@/locales/lesson/lesson-join'
import { lessonStripWords } from '@/locales/lesson/lesson-strip'
import { newId } from '../../support/api-client'
import { type OpenClassroom, openClassroom, requireOk } from '../../support/classroom/open-classroom'
import type { InspectablePhone, Phone } from '../phone/phone'
import type { TestEnvironment } from './test-environment'

interface SeenLearner {
  id: string
  seat: number
  stage: string
  spent: number
  handAt?: number
}

type TrainerAction =
  | { action: 'focus'; question: WizardQuestion }
  | { action: 'point'; learnerId: string; place: PointerPlace }
  | { action: 'remove'; learnerId: string }
  | { action: 'pause' | 'resume' | 'next-example' | 'end' }

/** A lesson whose trainer acts by the API. */
export interface TaughtLesson extends OpenClassroom {
  act(action: TrainerAction): Promise<void>
  learners(): Promise<SeenLearner[]>
  /** Connects the screen that shows these digits. */
  connect(code: string): Promise<void>
}

/** Opens a lesson at the server of an environment, whose operator appoints its trainer. */
export const teachLesson = ({ server }: Pick<TestEnvironment, 'server'>): Promise<TaughtLesson> =>
  teachLessonAt(server.origin, server.dataDir)

/** Opens a lesson at a server with this folder of data. */
export async function teachLessonAt(origin: string, dataDir: string): Promise<TaughtLesson> {
  const classroom = await openClassroom(origin, { DATA_DIR: dataDir })
  const { teacher, lessonId } = classroom
  return {
    ...classroom,
    act: async (action) => {
      await requireOk(teacher.send('POST', `/api/lessons/${lessonId}/actions`, { id: newId(), ...action }))
    },
    connect: async (code) => {
      await requireOk(teacher.send('POST', `/api/lessons/${lessonId}/screens`, { code }))
    },
    learners: async () => {
      const path = `/api/lessons/${lessonId}/board`
      return (await requireOk(teacher.send<{ learners: SeenLearner[] }>('GET', path))).body.learners
    },
  }
}

/** Joins a lesson as by its scanned code, up to the wizard. */
export async function joinLesson(phone: Phone, { number }: Pick<OpenClassroom, 'number'>) {
  await phone.open('/lesson', { n: number })
  await phone.tap(lessonJoinWords.join)
  await phone.see(lessonStripWords.hand)
}

/** The lesson that a trainer has opened on a phone. */
export type OpenedLesson = Pick<OpenClassroom, 'lessonId' | 'number'>

/** Opens a lesson on the page of a trainer's centre, up to its empty list of learners. */
export async function openLesson(trainer: InspectablePhone): Promise<OpenedLesson> {
  await trainer.tap(centreWords.openLesson)
  await trainer.see(lessonConsoleWords.empty)
  const { lesson: lessonId = '' } = await trainer.params()
  const path = `/api/lessons/${lessonId}/board`
  const { lesson } = await trainer.request<{ lesson: { number: string } }>('GET', path)
  return { lessonId, number: lesson.number }
}

/** Opens the page of a big screen; returns the digits that it shows. */
export async function shownDigits(screen: InspectablePhone): Promise<string> {
  await screen.open('/board')
  await screen.see(boardWords.waitingText)
  const label = await screen.page.locator('.board__code').getAttribute('aria-label')
  return (label ?? '').replace(/\D/g, '')
}

/** Connects a big screen with the lesson on a trainer's phone by the digits that it shows. */
export async function connectScreen(trainer: InspectablePhone, screen: InspectablePhone) {
  await trainer.tap(lessonConsoleWords.screen)
  await trainer.type(lessonConsoleWords.screenField, await shownDigits(screen))
  await trainer.tap(lessonConsoleWords.screenSubmit)
  await trainer.see(lessonConsoleWords.screenDone)
  await screen.see(boardWords.lobby)
}
