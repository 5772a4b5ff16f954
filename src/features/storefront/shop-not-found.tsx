import { storefrontWords } from '@/locales/storefront'
import { singlePage } from '@/platform/lifecycle/launch'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

/** The notice for an address without a shop. */
export function ShopNotFound() {
  const { title, text, home } = storefrontWords.gone
  return (
    <Notice icon="store" title={title} text={text}>
      {!singlePage && (
        <Button kind="soft" onPress={() => restart(urlOf('home'))}>
          {home}
        </Button>
      )}
    </Notice>
  )
}
