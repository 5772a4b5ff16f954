import { countyOf, isCounty } from '@/domain/centre'
import { createId } from '@/domain/id'
import type { AppDependencies } from '../dependencies'
import { invite } from '../modules/centres/invite'
import { SetupError } from '../setup-error'

type AppointDependencies = Pick<AppDependencies, 'db' | 'clock' | 'random' | 'secret' | 'settings'>

/**
 * Invites the person of a county's office, or the keeper of a town's centre, by the code of the place.
 * @returns the name of the place and the code of the invitation, which works once within a week
 * @throws SetupError for a code that is not in the list of centres.
 */
export async function appoint(
  { db, settings, ...deps }: AppointDependencies,
  { centre, name }: { centre: string; name: string },
): Promise<{ place: string; code: string }> {
  const found = settings.centres.find(({ code }) => code === centre)
  if (!found) {
    const county = settings.centres.find(({ code }) => code === countyOf(centre))
    throw new SetupError(
      `There is no centre ${centre}${county ? ` in ${county.name}` : ''}. CENTRES_FILE lists them.`,
    )
  }
  const role = isCounty(centre) ? 'county' : 'keeper'
  const invitation = { id: createId(deps.clock(), deps.random(16)), centre, role, name } as const
  const { code } = await db.withTx((tx) => invite(deps, tx, invitation))
  return { place: found.name, code }
}
