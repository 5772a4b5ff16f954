import { demoPlayWords, demoWords as words } from '@/locales/lesson/demo'
import { demoTourWords } from '@/locales/lesson/demo-story'
import type { ScreenWalk } from './screen-walk'

const CENTRE = '621221110'

/** Takes a trainer's demo before it is started, running, before it is reset, and on the big screen. */
export async function takeDemo(walk: ScreenWalk) {
  const trainer = await walk.trainer()
  await trainer.open('/demo', { centre: CENTRE })
  if (trainer.kind === 'weapp') {
    await trainer.see(words.elsewhere.title)
    await walk.take(trainer, 'demo-elsewhere')
    return trainer.close()
  }
  await trainer.see(words.start)
  await walk.take(trainer, 'demo')
  await trainer.tap(words.start)
  await trainer.see(words.phones)
  await walk.take(trainer, 'demo-running', { whole: true })
  await trainer.tap(words.reset)
  await trainer.see(words.resetText)
  await walk.take(trainer, 'demo-reset')
  await trainer.open('/demo-play', { centre: CENTRE })
  await trainer.see(demoPlayWords.ready)
  await walk.take(trainer, 'demo-play')
  await trainer.open('/demo-play', { centre: CENTRE, tour: '1' })
  await trainer.tap(demoPlayWords.begin)
  await trainer.see(demoTourWords.start)
  await walk.take(trainer, 'demo-tour')
  await trainer.close()
}
