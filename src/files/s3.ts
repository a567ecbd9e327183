import { createReadStream } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import {
  GetObjectCommand,
  HeadObjectCommand,
  NoSuchKey,
  NotFound,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3'
import type { Config } from '../config.ts'
import { type FileStore, NotKeptError, pathOf, spool } from './store.ts'

const REQUEST_MS = 120_000
const CONNECT_MS = 8_000

/** Into a bucket of any S3-compatible server. The hash is known only at the end, so a file passes a folder of this machine first. */
export function s3Store(options: NonNullable<Config['s3']>): FileStore & { close(): void } {
  const { endpoint, region, bucket, accessKeyId, secretAccessKey, prefix } = options
  const client = new S3Client({
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Servers other than Amazon's rarely have a host name for each bucket, or the newer checksums.
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { requestTimeout: REQUEST_MS, connectionTimeout: CONNECT_MS },
  })
  const placeOf = (sha256: string) => ({ Bucket: bucket, Key: `${prefix}${pathOf(sha256)}` })

  async function has(sha256: string): Promise<boolean> {
    try {
      await client.send(new HeadObjectCommand(placeOf(sha256)))
      return true
    } catch (error) {
      if (error instanceof NotFound) return false
      throw error
    }
  }

  return {
    has,
    async put(bytes) {
      const { path, sha256, size } = await spool(bytes, join(tmpdir(), 'liaison-files'))
      try {
        if (!(await has(sha256))) {
          const body = createReadStream(path)
          // A server that refuses before it has read everything leaves the rest, and the open file, to us.
          await client
            .send(new PutObjectCommand({ ...placeOf(sha256), Body: body, ContentLength: size }))
            .finally(() => body.destroy())
        }
      } finally {
        await rm(path, { force: true })
      }
      return { sha256, size }
    },
    async open(sha256) {
      try {
        const { Body } = await client.send(new GetObjectCommand(placeOf(sha256)))
        return Body as Readable
      } catch (error) {
        throw error instanceof NoSuchKey ? new NotKeptError(sha256) : error
      }
    },
    close: () => client.destroy(),
  }
}
