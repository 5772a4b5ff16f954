import { DAY_MS } from '../../jobs/intervals'
import type { ServerModule } from '../../server-module'
import { checkContents } from './check-contents'
import { sweepContents } from './forget-contents'
import { servePush } from './serve-push'

/** The time between two looks for contents to check, in ms. */
const CHECK_EVERY_MS = 3000

export const contentModule = (({ app, deps, content }) => {
  const context = { deps, checkWords: content.checkWords }
  return {
    serve: () => servePush(app, deps, content),
    jobs: {
      'check-contents': {
        isRecurring: true,
        maxDelay: CHECK_EVERY_MS,
        run: async () => {
          const { hasMore } = await checkContents(context)
          await content.hidden.refresh()
          return deps.clock() + (hasMore ? 0 : CHECK_EVERY_MS)
        },
      },
      'sweep-contents': {
        isRecurring: true,
        maxDelay: DAY_MS,
        // after a clock change, what looks old may be recent
        whenLate: { after: DAY_MS, delay: DAY_MS },
        run: async () => {
          await sweepContents(deps)
          return deps.clock() + DAY_MS
        },
      },
    },
  }
}) satisfies ServerModule
