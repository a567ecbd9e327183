/** Letters as they travel: header lines and a body, CRLF between. */
export function letter(headers: Record<string, string>, body = 'Добрый день!'): string {
  const all = {
    From: 'Ivan <ivan@parts.example>',
    To: 'Anna <anna@agency.example>',
    Subject: 'Report',
    Date: 'Fri, 20 Nov 2026 10:30:00 +0300',
    'Message-ID': '<m-1@parts.example>',
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=utf-8',
    ...headers,
  }
  const lines = Object.entries(all).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`]))
  return `${lines.join('\r\n')}\r\n\r\n${body.replaceAll('\n', '\r\n')}\r\n`
}
