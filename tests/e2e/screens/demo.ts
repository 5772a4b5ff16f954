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
  await walk.take(trainer, 'demo-running', { tap: words.start, see: words.phones, whole: true })
  await walk.take(trainer, 'demo-reset', { tap: words.reset, see: words.resetText })
  await trainer.open('/demo-play', { centre: CENTRE })
  await walk.take(trainer, 'demo-play', { see: demoPlayWords.ready })
  await trainer.open('/demo-play', { centre: CENTRE, tour: '1' })
  await walk.take(trainer, 'demo-tour', { tap: demoPlayWords.begin, see: demoTourWords.start })
  await trainer.close()
}
