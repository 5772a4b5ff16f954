import { centreWords as words } from '@/locales/lesson/centre'
import { restart } from '@/platform/navigation/navigate'
import { urlOf } from '@/routes'
import { Button } from '@/ui/button/button'
import { Notice } from '@/ui/notice/notice'

/** The user has no role in this centre, or there is no such centre. */
export function CentreGone() {
  return (
    <Notice icon="search" title={words.notFound} text={words.notFoundText}>
      <Button kind="soft" onPress={() => restart(urlOf('centre'))}>
        {words.home}
      </Button>
    </Notice>
  )
}
