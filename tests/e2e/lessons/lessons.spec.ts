import { centreWords } from '@/locales/lesson/centre'
import { boardWords, lessonConsoleWords, lessonSheetWords, lessonWords } from '@/locales/lesson/lesson'
import { appoint } from '../../support/classroom/open-classroom'
import { takeSeat } from '../../support/classroom/seated-learner'
import { connectScreen, openLesson } from '../journey/lesson'
import type { TestEnvironment } from '../journey/test-environment'
import { LONG_RUN } from '../long-run'
import { H5Phone } from '../phone/h5-phone'
import { type InspectablePhone, SCREENS } from '../phone/phone'
import { WeappPhone } from '../phone/weapp-phone'
import { expect, test } from '../test'

/** 黄陈镇 and 鸡峰镇: towns that no other test teaches in. */
const CENTRES = { h5: '621221111', weapp: '621221112' }
const BIG_SCREEN = { width: 1280, height: 720 }

/** A board shows a change within this time, in ms. */
const SHOWN_WITHIN_MS = 1000

/** A phone that reaches the server without the environment's proxy, which passes no sockets. */
function startTrainer({
  kind,
  browser,
  server,
  loginCode,
}: TestEnvironment): Promise<InspectablePhone & { kind: 'h5' | 'weapp' }> {
  if (kind === 'h5') return H5Phone.start(browser, server.origin, SCREENS.phone)
  return WeappPhone.start({
    ...{ browser, apiOrigin: server.origin, screen: SCREENS.phone },
    loginCode: () => loginCode('trainer'),
  })
}

for (const kind of ['h5', 'weapp'] as const)
  test.describe(`lesson on ${kind}`, LONG_RUN, () => {
    test.use({ kind })

    test('is opened, connected to a big screen, supervised and ended by its trainer', async ({
      environment,
    }) => {
      const { browser, server } = environment
      const code = await appoint(CENTRES[kind], { DATA_DIR: server.dataDir })
      const trainer = await startTrainer(environment)
      const screen = await H5Phone.start(browser, server.origin, BIG_SCREEN, 1)
      await trainer.open('/centre')
      await trainer.see(centreWords.noRole)
      await trainer.type(centreWords.code.field, code)
      await trainer.tap(centreWords.code.submit)
      const classroom = await openLesson(trainer)
      await connectScreen(trainer, screen)

      const learner = await takeSeat(server.origin, classroom)
      const shown = (words: string) =>
        expect(screen.page.getByText(words, { exact: true })).toBeVisible({ timeout: SHOWN_WITHIN_MS })
      await shown(lessonWords.seat(learner.seat))
      await learner.report('terms', 60_000)
      await shown(lessonWords.working('terms'))
      await learner.setHand(true)
      await shown(lessonWords.states.hand)

      await trainer.tap(lessonWords.seat(learner.seat), lessonConsoleWords.places.money)
      await trainer.see(lessonConsoleWords.pointed(lessonConsoleWords.places.money))
      await trainer.tap(lessonConsoleWords.lowerHand)
      await trainer.see(lessonConsoleWords.lowered(learner.seat))
      await learner.open(161_000)
      await shown(lessonWords.everybody)

      await trainer.tap(lessonConsoleWords.end)
      await trainer.see(lessonConsoleWords.endText)
      await trainer.tap(lessonConsoleWords.endYes)
      await screen.see(boardWords.over)
      await trainer.tap(lessonConsoleWords.sheet)
      await trainer.see(lessonWords.spent(161_000))
      await trainer.see(lessonSheetWords.openedStage)
      for (const phone of [trainer, screen]) {
        expect(await phone.errors()).toEqual([])
        await phone.close()
      }
    })
  })
