import { demoPlayWords, demoWords as words } from '@/locales/lesson/demo'
import { demoTourWords } from '@/locales/lesson/demo-story'
import type { ScreenWalk } from './screen-walk'

const CENTRE = '621221110'

/** Takes a trainer's demo before it is started, running, before it is reset, and on the big screen. */
export async function takeDemo(walk: ScreenWalk) {
  const trainer = await walk.trainer()
  await trainer.open('/demo', { centre: CENTRE })
  if (trainer.kind === 'weapp') {
    await walk.take(trainer, 'demo-elsewhere', { see: words.elsewhere.title })
    return trainer.close()
  }
  await walk.take(trainer, 'demo', { see: words.start })
  await trainer.tap(words.start)
  await walk.take(trainer, 'demo-running', { see: words.phones, whole: true })
  await trainer.tap(words.reset)
  await walk.take(trainer, 'demo-reset', { see: words.resetText })
  await trainer.open('/demo-play', { centre: CENTRE })
  await walk.take(trainer, 'demo-play', { see: demoPlayWords.ready })
  await trainer.open('/demo-play', { centre: CENTRE, tour: '1' })
  await trainer.tap(demoPlayWords.begin)
  await walk.take(trainer, 'demo-tour', { see: demoTourWords.start })
  await trainer.close()
}
