/** A program's settings as the form reads them. */
export interface ProgramSettings {
  id: string;
  mode: "live" | "test";
  name: string;
  timeZone: string | null;
  defaultLanguage: string;
  languages: string[];
  allowedOrigins: string[];
}

/** The same as they are typed: lists are lines or words. */
export interface ProgramValues {
  name: string;
  timeZone: string;
  defaultLanguage: string;
  languages: string;
  allowedOrigins: string;
}

export function programValues(program: ProgramSettings): ProgramValues {
  return {
    name: program.name,
    timeZone: program.timeZone ?? "",
    defaultLanguage: program.defaultLanguage,
    languages: program.languages.join(", "),
    allowedOrigins: program.allowedOrigins.join("\n"),
  };
}

export function programWire(values: ProgramValues) {
  return {
    name: values.name.trim(),
    timeZone: values.timeZone.trim() || null,
    defaultLanguage: values.defaultLanguage.trim(),
    languages: words(values.languages),
    allowedOrigins: words(values.allowedOrigins),
  };
}

function words(text: string): string[] {
  return text.split(/[\s,،]+/).filter((word) => word !== "");
}
