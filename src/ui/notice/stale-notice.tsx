import { Status } from '@/ui/text/alert'
import './stale-notice.scss'

/** A notice above cached content that could not be refreshed. */
export function StaleNotice({ children }: { children: string }) {
  return <Status className="stale">{children}</Status>
}
