import { call } from '@/api/call'
import type { Id } from '@/domain/id'
import { sharedParts } from '@/domain/shop/help'
import { giveWords as words } from '@/locales/shop/handover'
import { replace, restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'
import { GiveScreen } from './give-screen'

type HelpRoute = 'PUT /api/shops/:shopId/help-offers/:handoverId'

/** Separates the parts in an address, where both targets pass encoded characters, such as a comma, undecoded. */
export const PARTS_SEPARATOR = '.'

/** Lets the staff of a centre change parts of the owner's shop for an hour; `parts` is a list with separators. */
export function GiveHelp({ shopId, parts }: { shopId: Id; parts: string }) {
  const chosen = sharedParts.filter((part) => parts.split(PARTS_SEPARATOR).includes(part))
  return (
    <GiveScreen
      kind="help"
      make={(handoverId) =>
        call<HelpRoute>('PUT /api/shops/:shopId/help-offers/:handoverId', {
          params: { shopId, handoverId },
          body: { parts: chosen },
        })
      }
      missing={
        <Notice icon="store" title={words.missing.title}>
          <Button onPress={() => restart(urlOf('home'))}>{words.back}</Button>
        </Notice>
      }
      next={<Button onPress={() => replace(urlOf('helpLog', { shop: shopId }))}>{words.log}</Button>}
    />
  )
}
