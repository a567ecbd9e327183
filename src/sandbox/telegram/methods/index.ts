import { aboutMethods } from './about.ts'
import { editMethods } from './changing/edits.ts'
import { removalMethods } from './changing/removal.ts'
import { signMethods } from './changing/signs.ts'
import type { Method } from './method.ts'
import { againMethods } from './sending/again.ts'
import { albumMethods } from './sending/album.ts'
import { mediaMethods } from './sending/media.ts'
import { textMethods } from './sending/text.ts'
import { thingMethods } from './sending/things.ts'

/** What the sandbox knows of the Bot API, beside the updates. */
export const METHODS: Readonly<Record<string, Method>> = {
  ...aboutMethods,
  ...textMethods,
  ...mediaMethods,
  ...albumMethods,
  ...thingMethods,
  ...againMethods,
  ...editMethods,
  ...removalMethods,
  ...signMethods,
}
