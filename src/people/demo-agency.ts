/** The agency of the sandbox: a small studio, an online shop for car parts that wants search promotion, and a trader. */
export const DEMO_AGENCY = `
agency:
  name: "Студия"
  timeZone: Europe/Moscow
  locale: ru
  hours: { open: "10:00", close: "19:00" }
  holidays: ["2027-01-01", "2027-01-02", "2027-01-07"]
  mailDomains: [studio.example]
staff:
  - { key: anna, name: "Анна", role: manager, grade: senior, slack: U0ANNA, locale: ru, phones: ["+74950000001"], emails: [anna@studio.example] }
  - { key: boris, name: "Boris", role: manager, grade: middle, slack: U0BORIS, locale: en }
  - { key: vera, name: "Вера", role: lead, slack: U0VERA, locale: ru }
  - { key: oleg, name: "Олег", role: specialist, craft: seo, employment: contractor, slack: U0OLEG, locale: ru }
  - { key: dina, name: "Dina", role: specialist, craft: ads, slack: U0DINA, locale: en }
clients:
  - key: parts
    name: "Автозапчасти"
    tier: key
    manager: anna
    deputy: boris
    locale: ru
    timeZone: Europe/Moscow
    cadence: [{ every: 5, channel: messenger }]
    contacts:
      - { key: ivan, name: "Иван Петров", telegram: 111, phones: ["+79120000111"], emails: [ivan@parts.example] }
      - { key: maria, name: "Мария Соколова", telegram: 112, emails: [maria@parts.example] }
    groups: [{ telegram: -1001000000001, project: seo, title: "Автозапчасти × Студия" }]
    projects:
      - { key: seo, name: "SEO", slackChannel: C0SEO, specialists: [oleg], replies: all }
  - key: nordic
    name: "Nordic Trade"
    manager: boris
    deputy: anna
    locale: en
    timeZone: Europe/Stockholm
    cadence: [{ every: 10, channel: messenger }]
    contacts: [{ key: john, name: "John Carter", telegram: 113, phones: ["+46700000113"], emails: [john@nordic.example] }]
    projects:
      - { key: ads, name: "Ads", slackChannel: C0NORDIC, specialists: [dina], replies: marked }
`
