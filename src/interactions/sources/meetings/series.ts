/**
 * A rule of a series comes from whoever invites, and may ask for a day that never comes (each 30th of February). The
 * library looks for it without end, and nothing else of the program would ever run again.
 */
import ICAL from 'ical.js'

/** Days, or shorter steps, that are tried for one series: a daily one for fifty years. */
const MOST_TRIED = 20_000
/** Nobody meets each ten thousandth day; longer steps are walked day by day. */
const LONGEST_STEP = 10_000

/** Afterwards walking through the series throws where it would take too long. */
export function boundSeries(event: ICAL.Component): void {
  for (const property of event.getAllProperties('rrule')) {
    const rule = property.getFirstValue()
    if (!(rule instanceof ICAL.Recur)) continue
    if (rule.interval > LONGEST_STEP) throw new Error('the days of a series are too far apart')
    // The property keeps its rule, so whoever walks through the event walks by this one.
    rule.iterator = (start) => boundedIterator(rule, start)
  }
}

function boundedIterator(rule: ICAL.Recur, dtstart: ICAL.Time): ICAL.RecurIterator {
  const iterator = new ICAL.RecurIterator({ rule, dtstart })
  const fits = iterator.check_contracting_rules.bind(iterator)
  let tried = 0
  iterator.check_contracting_rules = () => {
    if (++tried > MOST_TRIED) throw new Error('a series takes too many steps')
    return fits()
  }
  return iterator
}
