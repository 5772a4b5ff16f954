import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { LiveLessons } from './live-lessons'
import { lessonHandlers } from './routes'
import { serveLessonSockets } from './serve-sockets'
import { LESSON_SWEEP_MS, sweepLessons } from './sweep-lessons'

export const lessonsModule = (({ app, deps, limits }) => {
  const live = new LiveLessons(deps, app.log)
  return {
    handlers: lessonHandlers(deps, live),
    serve: () => serveLessonSockets(app, deps, { limits, live }),
    jobs: {
      'sweep-lessons': {
        isRecurring: true,
        maxDelay: DAY_MS,
        run: async () => {
          await sweepLessons(deps)
          return deps.clock() + LESSON_SWEEP_MS
        },
      },
    },
  }
}) satisfies ServerModule
