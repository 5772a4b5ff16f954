import type { FailureCode } from '@/domain/failure'
import { assetUrl } from '@/platform/media/assets'
import { signIn } from '@/platform/network/sign-in'
import { FileMissingError, type LocalFiles } from '@/platform/storage/local-files'
import { failure, type Result, readReply } from './result'
import { ensureSession } from './session'
import { toTransportFailure } from './transport-failure'

interface Upload {
  id: string
  path: string
  /** The failure code if the file is no longer on this phone. */
  missing: FailureCode
}

/** Uploads a file stored on this phone. `progress` receives 0 to 1. */
export async function sendFile<Reply>(
  files: Pick<LocalFiles, 'upload'>,
  { id, path, missing }: Upload,
  progress?: (fraction: number) => void,
): Promise<Result<Reply>> {
  const session = await ensureSession()
  if (!session.ok) return session
  try {
    return readReply(await files.upload(id, assetUrl(path), signIn.token(), progress))
  } catch (error) {
    return error instanceof FileMissingError ? failure(missing) : toTransportFailure(error)
  }
}
