import { centreWords, staffWords } from '@/locales/lesson/centre'
import { boardWords, lessonConsoleWords, lessonSheetWords, lessonWords } from '@/locales/lesson/lesson'
import { figuresWords } from '@/locales/payment/figures'
import { sheetWords } from '@/locales/sheet'
import { homeWords } from '@/locales/shop/home'
import { appoint } from '../../support/classroom/open-classroom'
import { takeSeat } from '../../support/classroom/seated-learner'
import { type OpenedLesson, openLesson } from '../journey/lesson'
import type { InspectablePhone } from '../phone/phone'
import { signIn } from './api'
import type { ScreenWalk } from './screen-walk'

const COUNTY = '621221'
/** 沙坝镇. */
const TOWN = '621221110'

/** Takes service centres, and a lesson on the trainer's phone, on the big screen and on paper. */
export async function takeLessons(walk: ScreenWalk) {
  await takeJoining(walk)
  await takeCounty(walk)
  const trainer = await appointed(walk, TOWN)
  await trainer.open('/centre')
  await walk.take(trainer, 'lessons-centre-empty', { see: centreWords.noLessons, whole: true })
  const classroom = await takeEmptyConsole(walk, trainer)
  await takeWaitingScreen(walk)
  await takeConsole(walk, trainer, classroom)
  await takeEnd(walk, trainer, classroom.lessonId)
  await trainer.close()
}

/** The phone of somebody whom the operator has appointed. */
async function appointed(walk: ScreenWalk, centre: string): Promise<InspectablePhone> {
  const phone = await walk.phone()
  await phone.open('/')
  await phone.see(homeWords.centre)
  await signIn(phone)
  await phone.request('POST', '/api/me/roles', { code: await appoint(centre, { DATA_DIR: walk.dataDir }) })
  return phone
}

async function takeJoining(walk: ScreenWalk) {
  const stranger = await walk.phone()
  await stranger.open('/centre')
  await walk.take(stranger, 'lessons-no-role', { see: centreWords.noRole })
  await stranger.type(centreWords.code.field, 'ABCDE-FGHJK')
  await walk.take(stranger, 'lessons-wrong-code', { tap: centreWords.code.submit })
  await stranger.close()
}

/** The county's office invites people to a town. */
async function takeCounty(walk: ScreenWalk) {
  const county = await appointed(walk, COUNTY)
  await county.open('/centre')
  await walk.take(county, 'lessons-county', { see: centreWords.towns, whole: true })
  await county.open('/staff', { centre: TOWN })
  await county.see(staffWords.nobody)
  await walk.take(county, 'lessons-staff-empty', { tap: staffWords.make, whole: true })
  await county.type(staffWords.name, '老师甲')
  await walk.take(county, 'lessons-code', { tap: staffWords.make, see: staffWords.codeTitle('老师甲') })
  await walk.take(county, 'lessons-staff', { tap: staffWords.done, see: staffWords.open, whole: true })
  await walk.take(county, 'lessons-take-back', { tap: staffWords.takeBackLabel('老师甲') })
  await county.close()
}

async function takeEmptyConsole(walk: ScreenWalk, trainer: InspectablePhone) {
  const classroom = await openLesson(trainer)
  await walk.take(trainer, 'lessons-console-empty')
  return classroom
}

async function takeWaitingScreen(walk: ScreenWalk) {
  const screen = await walk.phone()
  await screen.open('/board')
  await walk.take(screen, 'lessons-screen-waiting', { see: boardWords.waitingText })
  await screen.close()
}

/** A lesson of five learners, one of whom asks for help and one of whom is done. */
async function takeConsole(walk: ScreenWalk, trainer: InspectablePhone, classroom: OpenedLesson) {
  for (const stage of ['trade', 'product', 'terms', 'look'] as const)
    await (await takeSeat(walk.origin, classroom)).report(stage, 95_000)
  const helped = await takeSeat(walk.origin, classroom)
  await helped.report('product', 140_000)
  await helped.setHand(true)
  await (await takeSeat(walk.origin, classroom)).open(161_000)
  await trainer.see(lessonWords.counts(6, 1))
  await trainer.page.locator('.flash').waitFor({ state: 'detached' })
  await walk.take(trainer, 'lessons-console', { whole: true })
  const sheet = async (open: string, name: string) => {
    await walk.take(trainer, name, { tap: open })
    await trainer.tap(sheetWords.close)
  }
  await sheet(lessonConsoleWords.focus, 'lessons-focus')
  await sheet(lessonConsoleWords.screen, 'lessons-connect-screen')
  await trainer.tap(lessonConsoleWords.nextExample, lessonConsoleWords.pause)
  await walk.take(trainer, 'lessons-console-paused', { see: lessonConsoleWords.pausedNow, whole: true })
  await walk.take(trainer, 'lessons-learner', { tap: lessonWords.seat(helped.seat) })
  await walk.take(trainer, 'lessons-remove', { tap: lessonConsoleWords.remove })
  await trainer.tap(lessonConsoleWords.removeYes)
  await walk.take(trainer, 'lessons-removed', { see: lessonConsoleWords.removed(helped.seat) })
  await trainer.tap(lessonConsoleWords.lock)
  await trainer.see(lessonConsoleWords.unlock)
  await trainer.page.locator('.flash').waitFor({ state: 'detached' })
  await walk.take(trainer, 'lessons-locked', { whole: true })
}

/** The board before and after the end, and the sheet. */
async function takeEnd(walk: ScreenWalk, trainer: InspectablePhone, lessonId: string) {
  await trainer.open('/board', { lesson: lessonId })
  await walk.take(trainer, 'lessons-board', { see: lessonWords.paused, whole: true })
  await trainer.open('/lesson-console', { lesson: lessonId })
  await walk.take(trainer, 'lessons-end', { tap: lessonConsoleWords.end })
  await trainer.request('POST', `/api/lessons/${lessonId}/actions`, { id: lessonId, action: 'end' })
  await walk.take(trainer, 'lessons-ended', { see: lessonConsoleWords.sheet })
  await trainer.tap(lessonConsoleWords.sheet)
  await walk.take(trainer, 'lessons-sheet', { see: lessonSheetWords.openedStage, whole: true })
  await trainer.open('/centre')
  await walk.take(trainer, 'lessons-centre', { see: centreWords.lessons, whole: true })
  await trainer.tap(centreWords.figures)
  await walk.take(trainer, 'lessons-figures', { see: figuresWords.year, whole: true })
  await trainer.open('/lesson-console', { lesson: '01J0000000000000000000NXNE' })
  await walk.take(trainer, 'lessons-gone', { see: lessonConsoleWords.gone })
}
