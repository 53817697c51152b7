/// The script of the pages; every page reads and every form works without it.
enum PageScript {
  /// The code.
  static let text = #"""
    "use strict";
    (() => {
      const live = document.getElementById("live");
      const say = (text) => { if (live) { live.textContent = ""; setTimeout(() => { live.textContent = text; }, 120); } };
      const box = document.querySelector("[data-suggest]");

      // The answer just asked for is read out.
      const said = [...document.querySelectorAll("#answers [data-said]")].map((item) => item.dataset.said);
      if (said.length) say(said.join(" "));

      // Keys: / goes to the box; arrows walk through the list; Enter opens.
      document.addEventListener("keydown", (event) => {
        const inField = event.target.closest("input, textarea, select, dialog");
        if (event.key === "/" && !inField && !event.ctrlKey && !event.metaKey && !event.altKey && box) {
          event.preventDefault();
          box.focus();
          box.select();
          return;
        }
        const rows = [...document.querySelectorAll(".med .what")];
        const at = rows.indexOf(document.activeElement);
        if (at >= 0 && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
          event.preventDefault();
          const next = at + (event.key === "ArrowDown" ? 1 : -1);
          if (next < 0 && box) box.focus();
          else if (rows[next]) rows[next].focus();
        }
      });

      // Type-ahead: the text after the last comma is looked up.
      if (box) {
        const list = document.createElement("ul");
        list.className = "options";
        list.id = "options";
        list.hidden = true;
        list.setAttribute("role", "listbox");
        list.setAttribute("aria-label", "Medicines that fit");
        box.after(list);
        box.setAttribute("role", "combobox");
        box.setAttribute("aria-autocomplete", "list");
        box.setAttribute("aria-expanded", "false");
        box.setAttribute("aria-controls", "options");
        let options = [];
        let active = -1;
        let asked = 0;
        let timer = 0;
        const close = () => {
          list.hidden = true;
          active = -1;
          options = [];
          box.setAttribute("aria-expanded", "false");
          box.removeAttribute("aria-activedescendant");
        };
        const mark = (index) => {
          active = index;
          options.forEach((option, place) => option.setAttribute("aria-selected", String(place === index)));
          if (index >= 0) {
            box.setAttribute("aria-activedescendant", options[index].id);
            options[index].scrollIntoView({ block: "nearest" });
          } else box.removeAttribute("aria-activedescendant");
        };
        const parts = () => {
          const cut = Math.max(box.value.lastIndexOf(","), box.value.lastIndexOf(";")) + 1;
          return [box.value.slice(0, cut), box.value.slice(cut).trim()];
        };
        const take = (index) => {
          const [before] = parts();
          box.value = (before ? before + " " : "") + options[index].dataset.name;
          close();
          box.form.requestSubmit();
        };
        const show = (items) => {
          list.replaceChildren();
          options = items.map((item, index) => {
            const option = document.createElement("li");
            option.id = "option-" + index;
            option.setAttribute("role", "option");
            option.setAttribute("aria-selected", "false");
            option.dataset.name = item.name;
            option.append(item.name);
            const more = [];
            if (item.matched && item.matched !== item.name) more.push(item.kind + " " + item.matched);
            if (!item.hasGuidance) more.push("no gene guidance");
            if (more.length) {
              const note = document.createElement("span");
              note.className = "soft small";
              note.textContent = " " + more.join("; ");
              option.append(note);
            }
            option.addEventListener("mousedown", (event) => { event.preventDefault(); take(index); });
            list.append(option);
            return option;
          });
          list.hidden = options.length === 0;
          list.style.top = box.offsetTop + box.offsetHeight + "px";
          box.setAttribute("aria-expanded", String(options.length > 0));
          mark(-1);
          if (options.length) say(options.length + " medicines fit; arrows choose, Enter takes.");
        };
        const ask = () => {
          const text = parts()[1];
          const ticket = ++asked;
          if (text.length < 2) { close(); return; }
          fetch(box.dataset.suggest + "?q=" + encodeURIComponent(text), { headers: { Accept: "application/json" } })
            .then((reply) => (reply.ok ? reply.json() : []))
            .then((items) => { if (ticket === asked && document.activeElement === box) show(items); })
            .catch(() => { if (ticket === asked) close(); });
        };
        box.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
        box.addEventListener("blur", () => { asked += 1; close(); });
        box.addEventListener("paste", (event) => {
          const text = event.clipboardData.getData("text");
          if (!/[\r\n]/.test(text)) return;
          event.preventDefault();
          const lines = text.split(/[\r\n]+/).map((line) => line.trim()).filter(Boolean);
          box.setRangeText(lines.join("; "), box.selectionStart, box.selectionEnd, "end");
        });
        box.addEventListener("keydown", (event) => {
          if (event.key === "ArrowDown" && !options.length) {
            const first = document.querySelector(".med .what");
            if (first) { event.preventDefault(); first.focus(); }
          } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            const step = event.key === "ArrowDown" ? 1 : -1;
            const count = options.length + 1;
            mark(((active + 1 + step + count) % count) - 1);
          } else if (event.key === "Enter" && active >= 0) {
            event.preventDefault();
            take(active);
          } else if (event.key === "Enter") {
            clearTimeout(timer);
            asked += 1;
          } else if (event.key === "Escape" && options.length) {
            event.preventDefault();
            close();
          }
        });
      }

      // A dropped or chosen file goes into the text field; the form sends the text.
      const drop = document.getElementById("drop");
      if (drop) {
        const area = document.getElementById("document");
        const read = (file) => {
          if (!file) return;
          file.text().then((text) => { area.value = text; say("The file is in the field; press Load."); area.focus(); });
        };
        drop.hidden = false;
        document.getElementById("file").addEventListener("change", (event) => read(event.target.files[0]));
        drop.addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
        drop.addEventListener("dragleave", () => drop.classList.remove("over"));
        drop.addEventListener("drop", (event) => {
          event.preventDefault();
          drop.classList.remove("over");
          read(event.dataTransfer.files[0]);
        });
      }

      for (const button of document.querySelectorAll("[data-print]")) {
        button.hidden = false;
        button.addEventListener("click", () => window.print());
      }

      // Idle: a warning in time, one press stays, else away from the patient.
      const idle = Number(document.body.dataset.idle || 0);
      const warning = document.getElementById("idle");
      if (idle > 0 && warning) {
        const lead = Math.min(120, Math.floor(idle / 2));
        const left = document.getElementById("idle-left");
        const form = warning.querySelector("form");
        let since = Date.now();
        let kept = Date.now();
        const keep = () => {
          kept = Date.now();
          since = kept;
          return fetch(form.action, {
            method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "manual",
          }).then((reply) => { if (reply.type === "opaqueredirect" || reply.status === 401 || reply.status === 403) location.assign("/sign-in"); }, () => {});
        };
        const used = () => {
          if (warning.open) return;
          if (Date.now() - kept > 60000) keep();
        };
        for (const kind of ["keydown", "pointerdown"]) document.addEventListener(kind, used, { passive: true });
        form.addEventListener("submit", (event) => { event.preventDefault(); warning.close(); keep(); });
        warning.addEventListener("cancel", () => keep());
        setInterval(() => {
          const rest = Math.ceil(idle - (Date.now() - since) / 1000);
          if (rest <= 0) { location.assign("/sign-in"); return; }
          if (rest > lead) return;
          if (!warning.open) warning.showModal();
          if (rest % 10 === 0 || rest === lead) left.textContent = "Signed out in " + rest + " seconds.";
        }, 1000);
      }
    })();

    """#
}
