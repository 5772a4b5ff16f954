import { centreWords as words } from '@/locales/lesson/centre'
import { Page } from '@/ui/page/page'
import { CentreContent } from './centre-content'
import { useCentre } from './use-centre'

/** The centre with this code. */
export function CentreScreen({ code }: { code: string }) {
  const state = useCentre(code)
  return (
    <Page title={state.data ? words.centre(state.data.centre) : words.title}>
      <CentreContent state={state} />
    </Page>
  )
}
