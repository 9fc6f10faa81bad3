package cn.bishui.web.rows;

import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
class ListedService {}
