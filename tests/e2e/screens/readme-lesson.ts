import type { Browser } from 'playwright-core'
import type { LearnerStage } from '@/domain/lesson/lesson'
import { lessonConsoleWords, lessonWords } from '@/locales/lesson/lesson'
import { lessonStripWords } from '@/locales/lesson/lesson-strip'
import { appoint } from '../../support/classroom/open-classroom'
import { takeSeat } from '../../support/classroom/seated-learner'
import { connectScreen, joinLesson, openLesson } from '../journey/lesson'
import { chooseTrade } from '../journey/wizard'
import { H5Phone } from '../phone/h5-phone'
import { SCREENS } from '../phone/phone'
import { signIn } from './api'
import type { DemoServer } from './demo-server'

/** 红川镇. */
const CENTRE = '621221102'
const BIG_SCREEN = { width: 1280, height: 720 }

/** The stages of the learners other than the one whose phone is pictured, and the time that each has spent, in s. */
const CLASS: readonly (readonly [stage: LearnerStage, spent: number])[] = [
  ...([
    ['opened', 152],
    ['look', 131],
    ['terms', 140],
    ['opened', 161],
  ] as const),
  ...([
    ['product', 118],
    ['look', 144],
    ['terms', 127],
    ['opened', 148],
  ] as const),
  ...([
    ['product', 139],
    ['terms', 133],
    ['trade', 96],
  ] as const),
]
/** The seat of the learner who raises a hand. */
const ASKING = 9

/** Takes the pictures of a lesson: the big screen, the trainer's phone and a learner's. */
export async function takeLessonPictures(
  browser: Browser,
  world: DemoServer,
  scale: number,
  take: (phone: H5Phone, name: string) => Promise<void>,
) {
  const trainer = await H5Phone.start(browser, world.origin, SCREENS.phone, scale)
  const screen = await H5Phone.start(browser, world.origin, BIG_SCREEN, 1)
  const learner = await H5Phone.start(browser, world.origin, SCREENS.phone, scale)
  await trainer.open('/')
  await signIn(trainer)
  await trainer.request('POST', '/api/me/roles', { code: await appoint(CENTRE, { DATA_DIR: world.dataDir }) })
  await trainer.open('/centre')
  const classroom = await openLesson(trainer)
  await connectScreen(trainer, screen)
  await seatClass(world.origin, classroom)
  await joinLesson(learner, classroom)
  await chooseTrade(learner)
  await trainer.see(lessonWords.counts(CLASS.length + 1, 3))
  await trainer.page.locator('.flash').waitFor({ state: 'detached' })
  await take(trainer, 'lesson-trainer')
  await trainer.tap(lessonConsoleWords.nextExample)
  await learner.see(lessonStripWords.hand)
  await screen.see(lessonWords.example)
  await take(learner, 'lesson-learner')
  await screen.page.locator('.board-announcement').waitFor({ state: 'detached' })
  await take(screen, 'lesson-board')
  for (const phone of [trainer, screen, learner]) await phone.close()
}

async function seatClass(origin: string, classroom: { lessonId: string; number: string }) {
  for (const [stage, spent] of CLASS) {
    const seated = await takeSeat(origin, classroom)
    if (stage === 'opened') await seated.open(spent * 1000)
    else await seated.report(stage, spent * 1000)
    if (seated.seat === ASKING) await seated.setHand(true)
  }
}
