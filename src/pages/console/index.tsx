import { ConsoleScreen } from '@/features/operator/console-screen'
import { usePathHash } from '@/platform/navigation/path-hash'

/** The console of the installation's operators. A link to sign in has its code as the fragment. */
export default function ConsolePage() {
  return <ConsoleScreen code={usePathHash()} />
}
